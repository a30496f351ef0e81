using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>Makes the simple type of a property from its C# type and its facets.</summary>
internal sealed class FacetParser
{
    private const int MostCharacters = 255;

    private readonly IPropertySymbol _property;
    private readonly string _place;
    private readonly List<DiagnosticInfo> _diagnostics;

    private FacetParser(IPropertySymbol property, string place, List<DiagnosticInfo> diagnostics)
    {
        _property = property;
        _place = place;
        _diagnostics = diagnostics;
    }

    public static SimpleType? Parse(IPropertySymbol property, ValueShape value, string place, List<DiagnosticInfo> diagnostics)
    {
        var parser = new FacetParser(property, place, diagnostics);
        return value.Item is { } item ? parser.List(item) : parser.Parse(value);
    }

    private SimpleType? List(ValueShape item)
    {
        var (fewest, most) = Lengths(AnnotationNames.Items);
        return Parse(item) is { } type ? new SimpleType { Kind = DatatypeKind.List, Item = type, MinLength = fewest, MaxLength = most } : null;
    }

    private SimpleType? Parse(ValueShape value)
    {
        var isInteger = value.Kind is >= ValueKind.SByte and <= ValueKind.BigInteger;
        if (!isInteger && Has(AnnotationNames.Range))
        {
            return Refuse("a range applies to integers only");
        }

        if (value.Kind is not (ValueKind.String or ValueKind.Bytes) && Has(AnnotationNames.Length))
        {
            return Refuse("a length applies to strings and octets only");
        }

        if (value.Kind != ValueKind.String && Has(AnnotationNames.Characters))
        {
            return Refuse("characters apply to strings only");
        }

        if (value.Kind != ValueKind.DateTime && Has(AnnotationNames.DateTimeKind))
        {
            return Refuse("a kind of date or time applies to ExiDateTime only");
        }

        var (shortest, longest) = Lengths(AnnotationNames.Length);
        return value.Kind switch
        {
            ValueKind.Record or ValueKind.AnyElement or ValueKind.MixedText => null,
            ValueKind.Boolean => new SimpleType { Kind = DatatypeKind.Boolean },
            ValueKind.Enumeration => new SimpleType { Kind = DatatypeKind.Enumeration, Literals = value.Enumeration!.Literals },
            ValueKind.Decimal => new SimpleType { Kind = DatatypeKind.Decimal },
            ValueKind.Float => new SimpleType { Kind = DatatypeKind.Float },

            // The kinds of dates and times are listed in one order.
            ValueKind.DateTime => new SimpleType { Kind = DatatypeKind.DateTime + (_property.Find(AnnotationNames.DateTimeKind)?.Argument<int>(0) ?? 0) },
            ValueKind.String or ValueKind.Bytes => new SimpleType
            {
                Kind = value.Kind == ValueKind.String ? DatatypeKind.String : DatatypeKind.Binary,
                MinLength = shortest,
                MaxLength = longest,
                AllowsEmpty = shortest > 0 && _property.Find(AnnotationNames.Length)!.Named("AllowEmpty", false),
                IsHexadecimal = Has(AnnotationNames.Hex),
                Characters = Characters(),
            },
            _ => Integer(value.Kind),
        };
    }

    private SimpleType? Integer(ValueKind kind)
    {
        var (minimum, maximum) = Bounds(kind);
        if (_property.Find(AnnotationNames.Range) is { } range)
        {
            if (!TryBound(range, 0, minimum, out var from) || !TryBound(range, 1, maximum, out var to))
            {
                return Refuse("a bound is no integer");
            }

            if (to < from || from < minimum || to > maximum)
            {
                return Refuse($"the range {from} to {to} is empty or wider than the C# type");
            }

            (minimum, maximum) = (from, to);
        }

        return new SimpleType { Kind = DatatypeKind.Integer, Minimum = minimum, Maximum = maximum };
    }

    /// <summary>A bound of a range, a number or a literal; that of the C# type where none is given.</summary>
    private static bool TryBound(AttributeData range, int index, BigInteger? otherwise, out BigInteger? bound)
    {
        var isNumber = BigInteger.TryParse(
            Convert.ToString(range.ConstructorArguments[index].Value, CultureInfo.InvariantCulture),
            NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        bound = isNumber ? number : otherwise;
        return isNumber || range.ConstructorArguments[index].IsNull;
    }

    /// <summary>The characters of a restricted set, sorted.</summary>
    private EquatableArray<int> Characters()
    {
        if (_property.Find(AnnotationNames.Characters) is not { } annotation)
        {
            return default;
        }

        var characters = (annotation.Argument<string>(0) ?? string.Empty).Distinct().OrderBy(character => character).ToList();
        if (characters.Count is 0 or > MostCharacters || characters.Any(char.IsSurrogate))
        {
            Refuse($"a set has 1 to {MostCharacters} characters, and no surrogates");
        }

        return characters.Select(character => (int)character).ToEquatable();
    }

    private (int Shortest, int? Longest) Lengths(string annotation)
    {
        var length = _property.Find(annotation);
        var (shortest, longest) = (length?.Argument<int>(0) ?? 0, length?.Argument<int>(1));
        longest = longest == int.MaxValue ? null : longest;
        if (shortest < 0 || longest < shortest)
        {
            Refuse($"the length {shortest} to {longest} is empty");
        }

        return (shortest, longest);
    }

    private bool Has(string annotation) => _property.Find(annotation) is not null;

    private SimpleType? Refuse(string reason)
    {
        _diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.InvalidFacet, _property.Locations.FirstOrDefault(), _place, reason));
        return null;
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
