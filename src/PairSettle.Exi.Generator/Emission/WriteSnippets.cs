using System.Numerics;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Statements that write the values of simple types.</summary>
internal static class WriteSnippets
{
    /// <summary>Writes a value with the codes around it: a run of zero codes before, the end tag after.</summary>
    public static string Content(Layout layout, MemberShape member, int stringId, int zeros, string value, bool afterAttributes = false)
    {
        var type = member.Simple!;
        var after = afterAttributes ? ", afterAttributes: true" : string.Empty;
        if (DatatypeSnippets.NameOf(layout, member) is { } datatype)
        {
            return $"writer.WriteContent({datatype}, {zeros}, {stringId}, {value}{after});";
        }

        return type.Kind switch
        {
            DatatypeKind.Boolean => $"writer.WriteBooleanContent({zeros}, {value});",
            DatatypeKind.Enumeration =>
                $"writer.WriteEnumerationContent({zeros}, (int){value}, {Representations.FixedWidth(type)}, {type.Literals.Count});",
            DatatypeKind.String => $"writer.WriteStringContent({zeros}, {stringId}, {value}, {ReadSnippets.Lengths(type)}{after});",
            DatatypeKind.Binary => $"writer.WriteBinaryContent({zeros}, {value}, {ReadSnippets.Lengths(type)}{after});",
            _ => Integer(member, "Content", $"{zeros}, ", value),
        };
    }

    /// <summary>The number that stands for the value of a field of a run.</summary>
    public static string Field(MemberShape member, string value) => member.Simple!.Kind switch
    {
        DatatypeKind.Boolean => $"{value} ? 1u : 0u",
        DatatypeKind.Enumeration => $"unchecked((uint){value})",
        _ => Offset(member, value),
    };

    /// <summary>Writes a run that ends with an integer, as an expression: whether all of it is in range.</summary>
    public static string TryWriteRun(MemberShape tail, string fields, FixedRun run, string value)
    {
        var type = tail.Simple!;
        var isUnsigned = Representations.OfInteger(type) == IntegerRepresentation.Unsigned;
        var number = isUnsigned ? Unsigned(tail, value) : value;
        return $"writer.TryWrite{(isUnsigned ? "Unsigned" : "Integer")}Run({fields}, {run.Bits}, {number}, {ReadSnippets.Bound(type.Minimum, isUnsigned)}, {ReadSnippets.Bound(type.Maximum, isUnsigned)}, {run.TailEnds})";
    }

    /// <summary>Writes a bare value.</summary>
    public static string Value(Layout layout, MemberShape member, int stringId, string value)
    {
        var type = member.Simple!;
        if (DatatypeSnippets.NameOf(layout, member) is { } datatype)
        {
            return $"writer.WriteValue({datatype}, {stringId}, {value});";
        }

        return type.Kind switch
        {
            DatatypeKind.Boolean => $"writer.WriteBoolean({value});",
            DatatypeKind.Enumeration => $"writer.WriteEnumeration((int){value}, {Representations.FixedWidth(type)}, {type.Literals.Count});",
            DatatypeKind.String => $"writer.Write{ReadSnippets.StringOrIdentifier(member)}({stringId}, {value}, {ReadSnippets.Lengths(member)});",
            DatatypeKind.Binary => $"writer.WriteBinary({value}, {ReadSnippets.Lengths(type)});",
            _ => Integer(member, string.Empty, string.Empty, value),
        };
    }

    private static string Integer(MemberShape member, string suffix, string first, string value)
    {
        var type = member.Simple!;
        switch (Representations.OfInteger(type))
        {
            case IntegerRepresentation.Bounded:
                var range = type.Maximum!.Value - type.Minimum!.Value;
                return $"writer.WriteNBit{suffix}({first}{Offset(member, value)}, {Representations.FixedWidth(type)}, {Number(range)});";
            case IntegerRepresentation.Unsigned when type.Maximum is not null:
                var unsigned = Unsigned(member, value);
                return type.Minimum!.Value.IsZero
                    ? $"writer.WriteUnsigned{suffix}({first}{unsigned}, {ReadSnippets.Bound(type.Maximum, true)});"
                    : $"writer.WriteUnsigned{suffix}({first}{unsigned}, {ReadSnippets.Bound(type.Minimum, true)}, {ReadSnippets.Bound(type.Maximum, true)});";
            case IntegerRepresentation.Signed when type.Maximum is not null:
                return $"writer.WriteInteger{suffix}({first}{value}, {ReadSnippets.Bound(type.Minimum, false)}, {ReadSnippets.Bound(type.Maximum, false)});";
            default:
                return $"writer.WriteBigInteger{suffix}({first}{value});";
        }
    }

    /// <summary>The distance of a number of a small range from its minimum.</summary>
    private static string Offset(MemberShape member, string value)
    {
        var type = member.Simple!;
        var isPlain = type.Minimum!.Value.IsZero && type.Maximum <= uint.MaxValue && IsUnsigned(member.Value.Kind) && member.Value.Kind != ValueKind.UInt64;
        return isPlain ? value : $"ExiInteger.Offset({value}, {Number(type.Minimum.Value)})";
    }

    private static string Unsigned(MemberShape member, string value) =>
        IsUnsigned(member.Value.Kind) ? value : $"ExiInteger.Unsigned({value})";

    private static bool IsUnsigned(ValueKind kind) => kind is ValueKind.Byte or ValueKind.UInt16 or ValueKind.UInt32 or ValueKind.UInt64;
}
