using System.Numerics;
using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Makes the simple type of a property from its C# type and its facets.</summary>
internal static class FacetParser
{
    public static SimpleType? Parse(IPropertySymbol property, ValueShape value, string place, List<DiagnosticInfo> diagnostics)
    {
        var range = property.Find(AnnotationNames.Range);
        var length = property.Find(AnnotationNames.Length);
        var (minimum, maximum) = Bounds(value.Kind);
        var isInteger = value.Kind is >= ValueKind.SByte and <= ValueKind.BigInteger;
        if (range is not null)
        {
            var (from, to) = (range.Argument<long>(0), range.Argument<long>(1));
            if (!isInteger)
            {
                return Refuse("a range applies to integers only");
            }

            if (to < from || from < minimum || to > maximum)
            {
                return Refuse($"the range {from} to {to} is empty or wider than the C# type");
            }

            (minimum, maximum) = (from, to);
        }

        if (length is not null && value.Kind is not (ValueKind.String or ValueKind.Bytes))
        {
            return Refuse("a length applies to strings and octets only");
        }

        var (shortest, longest) = (length?.Argument<int>(0) ?? 0, length?.Argument<int>(1));
        longest = longest == int.MaxValue ? null : longest;
        if (shortest < 0 || longest < shortest)
        {
            return Refuse($"the length {shortest} to {longest} is empty");
        }

        return value.Kind switch
        {
            ValueKind.Record or ValueKind.AnyElement or ValueKind.MixedText => null,
            ValueKind.Boolean => new SimpleType { Kind = DatatypeKind.Boolean },
            ValueKind.Enumeration => new SimpleType { Kind = DatatypeKind.Enumeration, Literals = value.Enumeration!.Literals },
            ValueKind.String or ValueKind.Bytes => new SimpleType
            {
                Kind = value.Kind == ValueKind.String ? DatatypeKind.String : DatatypeKind.Binary,
                MinLength = shortest,
                MaxLength = longest,
                AllowsEmpty = shortest > 0 && length!.Named("AllowEmpty", false),
                IsHexadecimal = property.Find(AnnotationNames.Hex) is not null,
            },
            _ => new SimpleType { Kind = DatatypeKind.Integer, Minimum = minimum, Maximum = maximum },
        };

        SimpleType? Refuse(string reason)
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidFacet, property.Locations.FirstOrDefault(), place, reason));
            return null;
        }
    }

    /// <summary>The bounds of an integer type; null for an unbounded one.</summary>
    public static (BigInteger? Minimum, BigInteger? Maximum) Bounds(ValueKind kind) => kind switch
    {
        ValueKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        ValueKind.Byte => (byte.MinValue, byte.MaxValue),
        ValueKind.Int16 => (short.MinValue, short.MaxValue),
        ValueKind.UInt16 => (ushort.MinValue, ushort.MaxValue),
        ValueKind.Int32 => (int.MinValue, int.MaxValue),
        ValueKind.UInt32 => (uint.MinValue, uint.MaxValue),
        ValueKind.Int64 => (long.MinValue, long.MaxValue),
        ValueKind.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => (null, null),
    };
}
