using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>How a session ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Paused">What to give to the next session at this outlet, after a pause.</param>
/// <param name="State">The last state.</param>
public sealed record SeccResult(TerminationReason Reason, PausedSession? Paused, SeccState State);
