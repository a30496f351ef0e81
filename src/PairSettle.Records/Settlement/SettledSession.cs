using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>A session's record. A unilateral one is followed by a second publication when the peer's half arrives after all.</summary>
/// <param name="Outcome">How the session ended.</param>
/// <param name="Record">The record.</param>
public sealed record SettledSession(SettlementOutcome Outcome, PairRecord Record)
{
    /// <summary>Who signed two statements for one step, or null.</summary>
    public PeerContradiction? Contradiction { get; init; }
}
