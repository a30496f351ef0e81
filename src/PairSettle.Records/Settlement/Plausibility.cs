using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>Whether two running measurements can be of one session.</summary>
internal static class Plausibility
{
    /// <summary>
    /// The tolerance is about whole sessions. Measurements of a running one are not taken at the same instant, so that they may also be
    /// apart by what is at stake in any case: one slice.
    /// </summary>
    public static bool IsNear(Offer offer, long chargerWh, long vehicleWh) =>
        offer.Tolerance.Allows(chargerWh, vehicleWh) || Int128.Abs((Int128)chargerWh - vehicleWh) <= offer.Slice.EnergyWh;
}
