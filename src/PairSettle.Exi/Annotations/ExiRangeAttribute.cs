using System.Globalization;

namespace PairSettle.Exi;

/// <summary>
/// Bounds an integer (<c>minInclusive</c>, <c>maxInclusive</c>) more tightly than its C# type does. A range of at
/// most 4,096 values is coded in the fewest bits (EXI 1.0, 7.1.9).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiRangeAttribute : Attribute
{
    /// <summary>Bounds an integer on both sides.</summary>
    /// <param name="minimum">The smallest value allowed.</param>
    /// <param name="maximum">The largest value allowed.</param>
    public ExiRangeAttribute(long minimum, long maximum)
        : this(minimum.ToString(CultureInfo.InvariantCulture), maximum.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>Bounds an integer by literals, of any size and on one side where that is all.</summary>
    /// <param name="minimum">The smallest value allowed; null for that of the C# type, if it has one.</param>
    /// <param name="maximum">The largest value allowed; null for that of the C# type, if it has one.</param>
    public ExiRangeAttribute(string? minimum, string? maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>The smallest value allowed as a literal, or null.</summary>
    public string? Minimum { get; }

    /// <summary>The largest value allowed as a literal, or null.</summary>
    public string? Maximum { get; }
}
