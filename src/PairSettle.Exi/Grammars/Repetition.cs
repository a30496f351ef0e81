namespace PairSettle.Exi.Grammars;

/// <summary>How often the term before a state occurs. A counter stands for the states that unrolling it would make.</summary>
/// <param name="Minimum">The least number of occurrences.</param>
/// <param name="Maximum">The greatest number of occurrences.</param>
internal sealed record Repetition(int Minimum, int Maximum);
