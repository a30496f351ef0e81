namespace PairSettle.Exi.Schema;

/// <summary>A term of a content model and how often it may occur.</summary>
internal abstract record Particle
{
    /// <summary>The value of <see cref="MaxOccurs"/> for <c>unbounded</c>.</summary>
    public const int Unbounded = int.MaxValue;

    public int MinOccurs { get; init; } = 1;

    public int MaxOccurs { get; init; } = 1;
}
