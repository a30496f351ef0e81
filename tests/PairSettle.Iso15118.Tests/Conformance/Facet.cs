using System.Numerics;
using System.Reflection;
using PairSettle.Exi;
using PairSettle.Iso15118.Tests.Messages;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>
/// The values of a simple type that its facets admit at their edges, and those just outside, each with its bits by EXI 1.0:
/// worked out here by themselves, not by the codec.
/// </summary>
/// <param name="Fault">What a value outside is refused with.</param>
/// <param name="Inside">Values that are allowed, at least two where there are two.</param>
/// <param name="Outside">Values that are not: as an object where the C# type holds it, as bits where the format does.</param>
internal sealed record Facet(ExiFault Fault, IReadOnlyList<Facet.Value> Inside, IReadOnlyList<Facet.Value> Outside)
{
    private const int LargestBoundedRange = 4096;
    private const int LongestText = 100_000;

    /// <summary>A value: as an object, or null where the C# type cannot hold it; its bits, or null where the format has none.</summary>
    public sealed record Value(object? Object, string? Bits);

    /// <summary>The facet of a property; null where all that its type and the format hold is allowed.</summary>
    public static Facet? Of(PropertyInfo property)
    {
        var type = AnnotatedTypes.ItemType(property.PropertyType);
        return type.IsEnum ? OfEnumeration(type)
            : type == typeof(string) || type == typeof(ExiBytes) ? OfLength(property, type)
            : type == typeof(bool) || type == typeof(BigInteger) || AnnotatedTypes.All.Contains(type) || IsForeign(property) ? null
            : OfRange(property, type);
    }

    /// <summary>Whether a property holds what no annotation describes.</summary>
    private static bool IsForeign(PropertyInfo property) => property.IsDefined(typeof(ExiAnyAttribute)) || property.IsDefined(typeof(ExiMixedAttribute));

    private static Facet OfEnumeration(Type type)
    {
        var count = Enum.GetValues(type).Length;
        var width = WidthOf(count);
        List<Value> outside = [new(Enum.ToObject(type, count), count < 1 << width ? NBit(count, width) : null), new(Enum.ToObject(type, -1), null)];
        if (count < (1 << width) - 1)
        {
            outside.Add(new(null, NBit((1 << width) - 1, width)));
        }

        return new(
            ExiFault.UndefinedEnumerationValue,
            [.. new[] { 0, count - 1 }.Distinct().Select(index => new Value(Enum.ToObject(type, index), NBit(index, width)))],
            outside);
    }

    private static Facet? OfRange(PropertyInfo property, Type type)
    {
        var (least, greatest) = MessageMaker.Range(property, type);
        var (first, last) = MessageMaker.RangeOf(type);
        var width = greatest - least < LargestBoundedRange ? WidthOf((int)(greatest - least) + 1) : -1;
        string? Bits(Int128 value) =>
            width >= 0 ? value >= least && value - least < (Int128)1 << width ? NBit(value - least, width) : null
            : least >= 0 ? value >= 0 ? Unsigned((UInt128)value) : null
            : value < 0 ? "1" + Unsigned((UInt128)(-value - 1)) : "0" + Unsigned((UInt128)value);

        Value Make(Int128 value) => new(value >= first && value <= last ? MessageMaker.FromNumber(value, type) : null, Bits(value));
        var outside = new[] { least - 1, greatest + 1 }.Select(Make).Where(value => value.Object is not null || value.Bits is not null).ToList();
        return outside.Count == 0 ? null
            : new(ExiFault.ValueOutOfRange, [.. new[] { least, greatest }.Distinct().Select(Make)], outside);
    }

    private static Facet? OfLength(PropertyInfo property, Type type)
    {
        if (property.GetCustomAttribute<ExiLengthAttribute>() is not { } length)
        {
            return null;
        }

        var (least, most) = (length.Minimum, length.Maximum);
        Value Make(int count, char filler) => type == typeof(string)
            ? new(new string(filler, count), Unsigned((UInt128)count + 2) + Repeat(filler, count))
            : new(ExiBytes.Copy([.. Enumerable.Repeat((byte)filler, count)]), Unsigned((UInt128)count) + Repeat(filler, count));

        List<Value> outside = [];
        if (most < LongestText)
        {
            outside.Add(Make(most + 1, 'A'));
        }

        if (least > 1 || (least == 1 && !length.AllowEmpty))
        {
            outside.Add(Make(least - 1, 'A'));
        }

        return new(ExiFault.LengthOutOfRange, [Make(Math.Max(least, Math.Min(1, most)), 'A'), Make(Math.Min(most, LongestText), 'B')], outside);
    }

    private static string Repeat(char filler, int count) => string.Concat(Enumerable.Repeat(NBit(filler, 8), count));

    private static int WidthOf(int values) => 32 - int.LeadingZeroCount(values - 1);

    private static string NBit(Int128 value, int width) =>
        string.Concat(Enumerable.Range(0, width).Select(bit => (value >> (width - 1 - bit) & 1) == 1 ? '1' : '0'));

    private static string Unsigned(UInt128 value)
    {
        var groups = string.Empty;
        do
        {
            var group = (int)(value & 0x7F);
            value >>= 7;
            groups += NBit(value == 0 ? group : group | 0x80, 8);
        }
        while (value != 0);
        return groups;
    }
}
