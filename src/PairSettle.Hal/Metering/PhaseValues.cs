namespace PairSettle.Hal.Metering;

/// <summary>One value for each phase; null where the meter does not report the phase.</summary>
/// <param name="L1">The first phase.</param>
/// <param name="L2">The second phase.</param>
/// <param name="L3">The third phase.</param>
public readonly record struct PhaseValues(long? L1, long? L2, long? L3);
