namespace PairSettle.Exi;

/// <summary>
/// Bounds an integer (<c>minInclusive</c>, <c>maxInclusive</c>) more tightly than its C# type does. A range of at
/// most 4,096 values is coded in the fewest bits (EXI 1.0, 7.1.9).
/// </summary>
/// <param name="minimum">The smallest value allowed.</param>
/// <param name="maximum">The largest value allowed.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiRangeAttribute(long minimum, long maximum) : Attribute
{
    /// <summary>The smallest value allowed.</summary>
    public long Minimum { get; } = minimum;

    /// <summary>The largest value allowed.</summary>
    public long Maximum { get; } = maximum;
}
