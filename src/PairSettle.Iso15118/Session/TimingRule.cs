namespace PairSettle.Iso15118.Session;

/// <summary>One time of the standard, as data.</summary>
/// <param name="Name">The standard's name of the timer or of the performance time.</param>
/// <param name="Value">Its value.</param>
/// <param name="Clause">Where it comes from.</param>
public sealed record TimingRule(string Name, TimeSpan Value, string Clause);
