using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>
/// Builds the periods of a session from meter samples, cutting wherever another price begins to apply. Energy between two
/// samples is taken as flowing evenly. The value is immutable: state machines keep it as part of their state.
/// </summary>
public sealed record UsageTracker
{
    /// <summary>Begins a session.</summary>
    /// <param name="tariff">The tariff that prices it.</param>
    /// <param name="start">When power was permitted.</param>
    public UsageTracker(Tariff tariff, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(tariff);
        Tariff = tariff;
        Start = start;
    }

    /// <summary>The tariff.</summary>
    public Tariff Tariff { get; }

    /// <summary>When power was permitted.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The periods so far.</summary>
    public ExiList<UsagePeriod> Periods { get; private init; }

    /// <summary>The whole seconds that the periods cover.</summary>
    public long Seconds { get; private init; }

    /// <summary>Energy into the vehicle that the periods cover.</summary>
    public long ImportWh { get; private init; }

    /// <summary>Energy out of the vehicle that the periods cover.</summary>
    public long ExportWh { get; private init; }

    /// <summary>Whether the session can be described further; a price that switches without end can exhaust the periods.</summary>
    public bool HasRoom => Periods.Count <= FormatLimits.MaxPeriods - 8;

    /// <summary>Adds what happened since the last sample.</summary>
    /// <param name="kind">What the vehicle did.</param>
    /// <param name="elapsed">The time since the start; parts of a second count with the next sample.</param>
    /// <param name="importWh">Energy into the vehicle since the start.</param>
    /// <param name="exportWh">Energy out of the vehicle since the start.</param>
    /// <param name="powerW">The power; needed only where the tariff asks for it.</param>
    /// <param name="currentMilliampere">The current; needed only where the tariff asks for it.</param>
    /// <returns>The session so far.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Time or a counter runs backwards.</exception>
    public UsageTracker Advance(
        UsageKind kind, TimeSpan elapsed, long importWh, long exportWh, long? powerW = null, long? currentMilliampere = null)
    {
        var until = elapsed.Ticks / TimeSpan.TicksPerSecond;
        ArgumentOutOfRangeException.ThrowIfLessThan(until, Seconds, nameof(elapsed));
        ArgumentOutOfRangeException.ThrowIfLessThan(importWh, ImportWh);
        ArgumentOutOfRangeException.ThrowIfLessThan(exportWh, ExportWh);

        powerW = Tariff.AsksForPower ? powerW ?? 0 : null;
        currentMilliampere = Tariff.AsksForCurrent ? currentMilliampere ?? 0 : null;
        var selector = new TariffSelector(Tariff, Start);
        List<UsagePeriod> periods = [.. Periods];
        var (second, energy, export) = (Seconds, ImportWh, ExportWh);
        do
        {
            var (nextSecond, nextEnergy) = NextCut(selector, second, energy, until, importWh);
            var isLast = nextSecond == until && nextEnergy == importWh;
            var nextExport = isLast ? exportWh : export;
            Append(selector, periods, second, energy, new()
            {
                Kind = kind,
                Duration = TimeSpan.FromSeconds(nextSecond - second),
                ImportWh = nextEnergy - energy,
                ExportWh = nextExport - export,
                PowerW = powerW,
                CurrentMilliampere = currentMilliampere,
            });
            (second, energy, export) = (nextSecond, nextEnergy, nextExport);
        }
        while (second != until || energy != importWh);

        return this with
        {
            Periods = ExiList.Create<UsagePeriod>([.. periods]),
            Seconds = until,
            ImportWh = importWh,
            ExportWh = exportWh,
        };
    }

    /// <summary>What the session costs so far.</summary>
    /// <returns>The cost.</returns>
    /// <exception cref="InvalidOperationException">The amount is out of bounds.</exception>
    public CostBreakdown Cost() => CostCalculator.TryCompute(Tariff, Start, Periods, out var cost, out var fault)
        ? cost
        : throw new InvalidOperationException($"The periods do not resolve the tariff: {fault}.");

    // The first point after (second, energy) on the straight line to (until, importWh) at which a restriction can switch.
    private static (long Second, long Energy) NextCut(TariffSelector selector, long second, long energy, long until, long importWh)
    {
        var byTime = selector.NextThreshold(second);
        var byEnergy = selector.NextEnergyThreshold(energy);
        var timeCut = byTime < until
            ? (byTime, energy + (long)((Int128)(importWh - energy) * (byTime - second) / (until - second)))
            : (until, importWh);
        if (byEnergy >= importWh)
        {
            return timeCut;
        }

        var atSecond = second + (long)(((Int128)(until - second) * (byEnergy - energy) + (importWh - energy) - 1) / (importWh - energy));
        return atSecond < timeCut.Item1 || (atSecond == timeCut.Item1 && byEnergy <= timeCut.Item2) ? (atSecond, byEnergy) : timeCut;
    }

    // Neighbours under the same prices are one period, unless a restriction could have switched between them.
    private static void Append(TariffSelector selector, List<UsagePeriod> periods, long second, long energy, UsagePeriod period)
    {
        if (period.Duration == TimeSpan.Zero && period.ImportWh == 0 && period.ExportWh == 0 && periods.Count > 0)
        {
            return;
        }

        if (periods.Count > 0 && periods[^1] is var last && last.Kind == period.Kind)
        {
            var firstSecond = second - (last.Duration.Ticks / TimeSpan.TicksPerSecond);
            var firstWh = energy - last.ImportWh;
            var begin = selector.Select(last.Kind, firstSecond, firstWh, last.PowerW, last.CurrentMilliampere);
            if (selector.NextThreshold(firstSecond) >= second + (period.Duration.Ticks / TimeSpan.TicksPerSecond)
                && selector.NextEnergyThreshold(firstWh) >= energy + period.ImportWh
                && selector.Select(period.Kind, second, energy, period.PowerW, period.CurrentMilliampere).IsSame(begin))
            {
                periods[^1] = last with
                {
                    Duration = last.Duration + period.Duration,
                    ImportWh = last.ImportWh + period.ImportWh,
                    ExportWh = last.ExportWh + period.ExportWh,
                };
                return;
            }
        }

        periods.Add(period);
    }
}
