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
    public static string Content(MemberShape member, int stringId, int zeros, string value)
    {
        var type = member.Simple!;
        return type.Kind switch
        {
            DatatypeKind.Boolean => $"writer.WriteBooleanContent({zeros}, {value});",
            DatatypeKind.Enumeration =>
                $"writer.WriteEnumerationContent({zeros}, (int){value}, {Representations.FixedWidth(type)}, {type.Literals.Count});",
            DatatypeKind.String => $"writer.WriteStringContent({zeros}, {stringId}, {value}, {ReadSnippets.Lengths(type)});",
            DatatypeKind.Binary => $"writer.WriteBinaryContent({zeros}, {value}, {ReadSnippets.Lengths(type)});",
            _ => Integer(member, "Content", $"{zeros}, ", value),
        };
    }

    /// <summary>Writes a bare value.</summary>
    public static string Value(MemberShape member, int stringId, string value)
    {
        var type = member.Simple!;
        return type.Kind switch
        {
            DatatypeKind.Boolean => $"writer.WriteBoolean({value});",
            DatatypeKind.Enumeration => $"writer.WriteEnumeration((int){value}, {Representations.FixedWidth(type)}, {type.Literals.Count});",
            DatatypeKind.String => $"writer.WriteString({stringId}, {value}, {ReadSnippets.Lengths(type)});",
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
                var minimum = type.Minimum!.Value;
                var offset = member.Value.Kind == ValueKind.BigInteger
                    ? $"ExiInteger.Offset({value}, {Number(minimum)})"
                    : minimum.IsZero && type.Maximum <= uint.MaxValue && IsUnsigned(member.Value.Kind) && member.Value.Kind != ValueKind.UInt64 ? value
                    : $"ExiInteger.Offset({value}, {Number(minimum)})";
                return $"writer.WriteNBit{suffix}({first}{offset}, {Representations.FixedWidth(type)}, {Number(type.Maximum!.Value - minimum)});";
            case IntegerRepresentation.Unsigned when type.Maximum is not null:
                var unsigned = member.Value.Kind == ValueKind.BigInteger || !IsUnsigned(member.Value.Kind) ? $"ExiInteger.Unsigned({value})" : value;
                return type.Minimum!.Value.IsZero
                    ? $"writer.WriteUnsigned{suffix}({first}{unsigned}, {ReadSnippets.Bound(type.Maximum, true)});"
                    : $"writer.WriteUnsigned{suffix}({first}{unsigned}, {ReadSnippets.Bound(type.Minimum, true)}, {ReadSnippets.Bound(type.Maximum, true)});";
            case IntegerRepresentation.Signed when type.Maximum is not null:
                return $"writer.WriteInteger{suffix}({first}{value}, {ReadSnippets.Bound(type.Minimum, false)}, {ReadSnippets.Bound(type.Maximum, false)});";
            default:
                return $"writer.WriteBigInteger{suffix}({first}{value});";
        }
    }

    private static bool IsUnsigned(ValueKind kind) => kind is ValueKind.Byte or ValueKind.UInt16 or ValueKind.UInt32 or ValueKind.UInt64;
}
