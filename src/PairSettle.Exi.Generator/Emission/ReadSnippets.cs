using System.Numerics;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Expressions that read the values of simple types.</summary>
internal static class ReadSnippets
{
    /// <summary>Reads a value with the codes around it: a run of zero codes before, the end tag after.</summary>
    public static string Content(Layout layout, MemberShape member, int stringId, int zeros, bool afterAttributes = false)
    {
        var type = member.Simple!;
        var after = afterAttributes ? ", afterAttributes: true" : string.Empty;
        if (DatatypeSnippets.NameOf(layout, member) is { } datatype)
        {
            return $"reader.ReadContent({datatype}, {zeros}, {stringId}{after})";
        }

        return type.Kind switch
        {
            DatatypeKind.Boolean => $"reader.ReadBooleanContent({zeros})",
            DatatypeKind.Enumeration =>
                $"({layout.NameOf(member.Value)})reader.ReadEnumerationContent({zeros}, {Representations.FixedWidth(type)}, {type.Literals.Count})",
            DatatypeKind.String => $"reader.ReadStringContent({zeros}, {stringId}, {Lengths(type)}{after})",
            DatatypeKind.Binary => $"reader.ReadBinaryContent({zeros}, {Lengths(type)}{after})",
            _ => Integer(layout, member, "Content", $"{zeros}, ", $"{zeros}"),
        };
    }

    /// <summary>The value of a field of a run that was read into <c>run</c>.</summary>
    public static string Field(Layout layout, FixedRun.Field field)
    {
        var (type, bits) = (field.Term.Member.Simple!, FieldBits(field));
        return type.Kind switch
        {
            DatatypeKind.Boolean => $"{bits} != 0",
            DatatypeKind.Enumeration => $"({layout.NameOf(field.Term.Member.Value)}){bits}",
            _ => FromOffset(layout, field.Term.Member, bits),
        };
    }

    /// <summary>The bits of a field of a run.</summary>
    public static string FieldBits(FixedRun.Field field) =>
        field.Width == 0 ? "0UL" : field.Shift == 0 ? $"(run & 0x{field.Mask:X})" : $"(run >> {field.Shift} & 0x{field.Mask:X})";

    /// <summary>Looks at a run that ends with an integer.</summary>
    public static string Peek(MemberShape tail, string codes, int endTags)
    {
        var type = tail.Simple!;
        var isUnsigned = Representations.OfInteger(type) == IntegerRepresentation.Unsigned;
        return $"Peek{(isUnsigned ? "Unsigned" : "Integer")}Run({codes}, {Bound(type.Minimum, isUnsigned)}, {Bound(type.Maximum, isUnsigned)}, {endTags}, out var run, out var ending)";
    }

    /// <summary>Reads a bare value.</summary>
    public static string Value(Layout layout, MemberShape member, int stringId)
    {
        var type = member.Simple!;
        if (DatatypeSnippets.NameOf(layout, member) is { } datatype)
        {
            return $"reader.ReadValue({datatype}, {stringId})";
        }

        return type.Kind switch
        {
            DatatypeKind.Boolean => "reader.ReadBoolean()",
            DatatypeKind.Enumeration =>
                $"({layout.NameOf(member.Value)})reader.ReadEnumeration({Representations.FixedWidth(type)}, {type.Literals.Count})",
            DatatypeKind.String => $"reader.Read{StringOrIdentifier(member)}({stringId}, {Lengths(member)})",
            DatatypeKind.Binary => $"reader.ReadBinary({Lengths(type)})",
            _ => Integer(layout, member, string.Empty, string.Empty, string.Empty),
        };
    }

    public static string Lengths(SimpleType type)
    {
        var lengths = $"{type.MinLength}, {(type.MaxLength is { } max ? Number(max) : "int.MaxValue")}";
        return type.AllowsEmpty ? lengths + ", allowsEmpty: true" : lengths;
    }

    /// <summary>The bounds of a string's length, or of an identifier's.</summary>
    public static string Lengths(MemberShape member) =>
        Lengths(member.IsEmptyIdentifierAllowed ? member.Simple! with { AllowsEmpty = true } : member.Simple!);

    /// <summary>The end of the name of what reads or writes a string attribute.</summary>
    public static string StringOrIdentifier(MemberShape member) => member.IsIdentifier ? "Identifier" : "String";

    /// <summary>The literal of a bound.</summary>
    public static string Bound(BigInteger? bound, bool unsigned) =>
        bound is null ? unsigned ? "ulong.MaxValue" : "long.MaxValue"
        : bound == ulong.MaxValue ? "ulong.MaxValue"
        : bound == long.MaxValue ? "long.MaxValue"
        : bound == long.MinValue ? "long.MinValue"
        : Number(bound.Value);

    private static string Integer(Layout layout, MemberShape member, string suffix, string first, string only)
    {
        var type = member.Simple!;
        var name = layout.NameOf(member.Value);
        switch (Representations.OfInteger(type))
        {
            case IntegerRepresentation.Bounded:
                var range = type.Maximum!.Value - type.Minimum!.Value;
                return FromOffset(layout, member, $"reader.ReadNBit{suffix}({first}{Representations.FixedWidth(type)}, {Number(range)})");
            case IntegerRepresentation.Unsigned when type.Maximum is not null:
                var unsigned = type.Minimum!.Value.IsZero
                    ? $"reader.ReadUnsigned{suffix}({first}{Bound(type.Maximum, true)})"
                    : $"reader.ReadUnsigned{suffix}({first}{Bound(type.Minimum, true)}, {Bound(type.Maximum, true)})";
                return member.Value.Kind == ValueKind.UInt64 ? unsigned : $"({name}){unsigned}";
            case IntegerRepresentation.Signed when type.Maximum is not null:
                var signed = $"reader.ReadInteger{suffix}({first}{Bound(type.Minimum, false)}, {Bound(type.Maximum, false)})";
                return member.Value.Kind == ValueKind.Int64 ? signed : $"({name}){signed}";
            default:
                return $"reader.ReadBigInteger{suffix}({only})";
        }
    }

    /// <summary>The number of a small range at a distance from its minimum.</summary>
    private static string FromOffset(Layout layout, MemberShape member, string offset)
    {
        var (name, minimum) = (layout.NameOf(member.Value), member.Simple!.Minimum!.Value);
        if (minimum.IsZero)
        {
            return $"({name}){offset}";
        }

        if (member.Value.Kind == ValueKind.UInt64)
        {
            return $"{offset} + {Number(minimum)}UL";
        }

        // The smallest number of all cannot be subtracted as its opposite.
        var shift = minimum == long.MinValue ? "+ long.MinValue" : $"{(minimum.Sign < 0 ? "-" : "+")} {Number(BigInteger.Abs(minimum))}L";
        return $"({name})({(offset[0] == '(' ? "(long)" : string.Empty)}{offset} {shift})";
    }
}
