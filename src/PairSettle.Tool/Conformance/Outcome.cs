namespace PairSettle.Tool.Conformance;

/// <summary>What judging a line came to.</summary>
/// <param name="Failure">Why the line fails, or null where it passes.</param>
/// <param name="Ruling">
/// By which rule of <c>docs/concepts/exi-conformance.md</c> it passes, where comparing with the line alone would not do; otherwise null.
/// </param>
internal readonly record struct Outcome(string? Failure, string? Ruling = null)
{
    /// <summary>The line passes as it stands.</summary>
    public static Outcome Passed => default;

    /// <summary>The line passes, since a rule says so and what it demands has been checked.</summary>
    public static Outcome By(string ruling) => new(null, ruling);

    /// <summary>The line fails where a failure is given, and passes as it stands otherwise.</summary>
    public static Outcome Of(string? failure) => new(failure);

    /// <summary>The line fails where a failure is given, and passes by a rule otherwise.</summary>
    public static Outcome Of(string? failure, string ruling) => failure is null ? By(ruling) : Of(failure);
}
