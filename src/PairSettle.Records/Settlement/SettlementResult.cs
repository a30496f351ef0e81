namespace PairSettle.Records.Settlement;

/// <summary>How a host's session ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Settled">The record; null when the session was abandoned.</param>
/// <param name="Fault">Why there is no record; none when there is one.</param>
public sealed record SettlementResult(SettlementOutcome Outcome, SettledSession? Settled, SettlementFault Fault);
