namespace PairSettle.Records.Settlement;

/// <summary>A machine found one of its own safety properties broken. The host withdraws power first and then asks nobody.</summary>
public sealed class SettlementInvariantException : InvalidOperationException
{
    /// <summary>Names the property.</summary>
    /// <param name="invariant">The property, such as <c>S2</c>.</param>
    /// <param name="detail">What was found.</param>
    public SettlementInvariantException(string invariant, string detail)
        : base($"Invariant {invariant} is broken: {detail}.") => Invariant = invariant;

    /// <summary>The property.</summary>
    public string Invariant { get; }
}
