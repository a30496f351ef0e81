namespace PairSettle.Exi;

/// <summary>
/// Bounds the length of a string (in Unicode code points) or of binary content (in octets), as the facets
/// <c>length</c>, <c>minLength</c> and <c>maxLength</c> do.
/// </summary>
/// <param name="minimum">The smallest length allowed.</param>
/// <param name="maximum">The largest length allowed; <see cref="int.MaxValue"/> where there is no bound.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiLengthAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>The smallest length allowed.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest length allowed; <see cref="int.MaxValue"/> where there is no bound.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>
    /// Whether an empty value is accepted although it is shorter than <see cref="Minimum"/>, because peers in the field
    /// send it. The default is false.
    /// </summary>
    public bool AllowEmpty { get; init; }
}
