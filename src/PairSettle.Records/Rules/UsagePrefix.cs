using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Rules;

/// <summary>The beginning of a session's usage.</summary>
internal static class UsagePrefix
{
    /// <summary>
    /// The periods up to the moment in which so much energy had flowed into the vehicle. A period in which that happens is cut; within one,
    /// energy is taken as flowing evenly. Parts of a second are left out.
    /// </summary>
    public static ExiList<UsagePeriod> UpTo(ExiList<UsagePeriod> periods, long importWh)
    {
        var prefix = new List<UsagePeriod>();
        foreach (var period in periods)
        {
            if (period.ImportWh >= importWh)
            {
                if (importWh > 0)
                {
                    prefix.Add(Cut(period, importWh));
                }

                break;
            }

            prefix.Add(period);
            importWh -= period.ImportWh;
        }

        return ExiList.Create<UsagePeriod>([.. prefix]);
    }

    private static UsagePeriod Cut(UsagePeriod period, long importWh) => period with
    {
        Duration = TimeSpan.FromSeconds((long)((Int128)(period.Duration.Ticks / TimeSpan.TicksPerSecond) * importWh / period.ImportWh)),
        ImportWh = importWh,
        ExportWh = (long)((Int128)period.ExportWh * importWh / period.ImportWh),
    };
}
