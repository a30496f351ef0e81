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

    /// <summary>Reads a bare value.</summary>
    public static string Value(Layout layout, MemberShape member, int stringId)
    {
        var type = member.Simple!;
        return type.Kind switch
        {
            DatatypeKind.Boolean => "reader.ReadBoolean()",
            DatatypeKind.Enumeration =>
                $"({layout.NameOf(member.Value)})reader.ReadEnumeration({Representations.FixedWidth(type)}, {type.Literals.Count})",
            DatatypeKind.String => $"reader.ReadString({stringId}, {Lengths(type)})",
            DatatypeKind.Binary => $"reader.ReadBinary({Lengths(type)})",
            _ => Integer(layout, member, string.Empty, string.Empty, string.Empty),
        };
    }

    public static string Lengths(SimpleType type)
    {
        var lengths = $"{type.MinLength}, {(type.MaxLength is { } max ? Number(max) : "int.MaxValue")}";
        return type.AllowsEmpty ? lengths + ", allowsEmpty: true" : lengths;
    }

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
                var read = $"reader.ReadNBit{suffix}({first}{Representations.FixedWidth(type)}, {Number(range)})";
                return type.Minimum.Value.IsZero ? $"({name}){read}"
                    : member.Value.Kind == ValueKind.UInt64 ? $"{read} + {Number(type.Minimum.Value)}UL"
                    : $"({name})({read} {(type.Minimum.Value.Sign < 0 ? "-" : "+")} {Number(BigInteger.Abs(type.Minimum.Value))}L)";
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
}
