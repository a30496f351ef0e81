using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>What a device's clocks show when an input happens.</summary>
/// <param name="Wall">The wall clock with its quality; it may be wrong and may jump.</param>
/// <param name="Monotonic">The time since any fixed moment of this start of the device; it never jumps.</param>
public readonly record struct SettlementTime(QualifiedTime Wall, TimeSpan Monotonic);
