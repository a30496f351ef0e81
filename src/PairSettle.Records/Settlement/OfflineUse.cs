namespace PairSettle.Records.Settlement;

/// <summary>What one contract took at this charger since the charger was last online.</summary>
/// <param name="Sessions">The number of sessions.</param>
/// <param name="MinorUnits">Their total in the smallest unit of the roaming declaration's currency.</param>
public sealed record OfflineUse(int Sessions, long MinorUnits);
