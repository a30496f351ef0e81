using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <summary>How a session ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Paused">What to join again with, after a pause.</param>
/// <param name="State">The last state.</param>
public sealed record EvccResult(TerminationReason Reason, PausedSession? Paused, EvccState State);
