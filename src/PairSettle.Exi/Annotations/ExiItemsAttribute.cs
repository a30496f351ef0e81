namespace PairSettle.Exi;

/// <summary>
/// Marks an <see cref="ExiList{T}"/> as one value of a list type (<c>xs:list</c>), whose items other facets on the
/// property apply to. Without it a list repeats the element; an element of a list type that repeats is an
/// <see cref="ExiList{T}"/> of them.
/// </summary>
/// <param name="minimum">The smallest number of items allowed.</param>
/// <param name="maximum">The largest number of items allowed; <see cref="int.MaxValue"/> where there is no bound.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiItemsAttribute(int minimum = 0, int maximum = int.MaxValue) : Attribute
{
    /// <summary>The smallest number of items allowed.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest number of items allowed; <see cref="int.MaxValue"/> where there is no bound.</summary>
    public int Maximum { get; } = maximum;
}
