using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Rules;

/// <summary>What the periods of a half add up to.</summary>
/// <param name="ImportWh">Energy into the vehicle.</param>
/// <param name="ExportWh">Energy out of the vehicle.</param>
/// <param name="Duration">The time from the start of the session; a reservation before it does not count.</param>
internal readonly record struct UsageTotals(Int128 ImportWh, Int128 ExportWh, TimeSpan Duration)
{
    public static UsageTotals Of(ExiList<UsagePeriod> periods)
    {
        var totals = default(UsageTotals);
        foreach (var period in periods)
        {
            var isSession = period.Kind is UsageKind.Charging or UsageKind.Parking;
            totals = new(
                totals.ImportWh + period.ImportWh,
                totals.ExportWh + period.ExportWh,
                isSession ? totals.Duration + period.Duration : totals.Duration);
        }

        return totals;
    }

    /// <summary>Whether a half states the energy of its periods.</summary>
    public bool IsEnergyOf(HalfRecord half) => ImportWh == half.ImportWh && ExportWh == half.ExportWh;
}
