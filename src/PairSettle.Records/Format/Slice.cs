namespace PairSettle.Records.Format;

/// <summary>How much may be delivered without an acknowledged checkpoint: the most that one party can lose to the other.</summary>
/// <param name="EnergyWh">Energy into the vehicle.</param>
/// <param name="Amount">The running cost.</param>
/// <param name="Duration">The time, in whole seconds.</param>
public sealed record Slice(long EnergyWh, Money Amount, TimeSpan Duration);
