using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>What a record entitles to.</summary>
/// <param name="SettledWh">Energy that both parties stand behind.</param>
/// <param name="SettledCost">Its cost.</param>
/// <param name="ClaimedWh">Further energy that one party claims and the other did not sign.</param>
/// <param name="ClaimedCost">Its cost.</param>
public sealed record SettledAmounts(long SettledWh, Money SettledCost, long ClaimedWh, Money ClaimedCost);
