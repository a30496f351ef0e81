using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>Builds and checks schedules and charging profiles.</summary>
public static class Schedules
{
    /// <summary>The longest duration of an interval, and the horizon of a flat schedule, in seconds.</summary>
    public const uint DaySeconds = 86_400;

    /// <summary>The most entries that a charging profile may have.</summary>
    internal const int MaxProfileEntries = 24;

    /// <summary>A list with one tuple that allows the same power for a day.</summary>
    /// <param name="powerW">The power.</param>
    /// <param name="tariff">A tariff to go with it, if any.</param>
    /// <returns>The list.</returns>
    public static SAScheduleListType Flat(decimal powerW, SalesTariffType? tariff = null) => new()
    {
        SAScheduleTuple =
        [
            new()
            {
                SAScheduleTupleID = 1,
                PMaxSchedule = new()
                {
                    PMaxScheduleEntry =
                    [
                        new()
                        {
                            TimeInterval = new RelativeTimeIntervalType { start = 0, duration = DaySeconds },
                            PMax = PhysicalValues.Watts(powerW),
                        },
                    ],
                },
                SalesTariff = tariff,
            },
        ],
    };

    /// <summary>The tuple with an identifier, or null.</summary>
    internal static SAScheduleTupleType? Find(SAScheduleListType? list, byte id)
    {
        foreach (var tuple in list?.SAScheduleTuple ?? default)
        {
            if (tuple.SAScheduleTupleID == id)
            {
                return tuple;
            }
        }

        return null;
    }

    /// <summary>The power that a schedule allows some time after its start.</summary>
    internal static decimal PowerAt(PMaxScheduleType schedule, TimeSpan elapsed)
    {
        var entries = schedule.PMaxScheduleEntry;
        var current = entries[0];
        foreach (var entry in entries)
        {
            if (Start(entry) <= elapsed.TotalSeconds)
            {
                current = entry;
            }
        }

        return current.PMax.ToDecimal();
    }

    /// <summary>The tariffs of a list that can carry a signature.</summary>
    internal static IEnumerable<SalesTariffType> SignableTariffs(SAScheduleListType? list)
    {
        foreach (var tuple in (IEnumerable<SAScheduleTupleType>)(list?.SAScheduleTuple ?? default))
        {
            if (tuple.SalesTariff is { Id: not null } tariff)
            {
                yield return tariff;
            }
        }
    }

    /// <summary>The same list without tariffs: what is left where nobody vouches for them.</summary>
    internal static SAScheduleListType WithoutTariffs(SAScheduleListType list) =>
        new() { SAScheduleTuple = [.. list.SAScheduleTuple.Select(tuple => tuple with { SalesTariff = null })] };

    /// <summary>
    /// The same list with at most so many entries in each schedule: what does not fit is joined into one entry with the
    /// lowest power among it, so nothing is allowed that was not. A tariff that does not fit is left out.
    /// </summary>
    internal static SAScheduleListType Fit(SAScheduleListType list, int maxEntries) => new()
    {
        SAScheduleTuple =
        [
            .. list.SAScheduleTuple.Select(tuple => tuple with
            {
                PMaxSchedule = Fit(tuple.PMaxSchedule, maxEntries),
                SalesTariff = tuple.SalesTariff is { } tariff && tariff.SalesTariffEntry.Count <= maxEntries ? tariff : null,
            }),
        ],
    };

    private static PMaxScheduleType Fit(PMaxScheduleType schedule, int maxEntries)
    {
        var entries = schedule.PMaxScheduleEntry;
        if (entries.Count <= maxEntries)
        {
            return schedule;
        }

        var rest = entries.Skip(maxEntries - 1).ToList();
        var joined = rest[0] with
        {
            TimeInterval = new RelativeTimeIntervalType { start = Start(rest[0]), duration = End(rest[^1]) - Start(rest[0]) },
            PMax = rest.MinBy(entry => entry.PMax.ToDecimal())!.PMax,
        };
        return new() { PMaxScheduleEntry = [.. entries.Take(maxEntries - 1), joined] };
    }

    /// <summary>The profile that follows a schedule as closely as the vehicle's own power allows.</summary>
    internal static ChargingProfileType Follow(PMaxScheduleType schedule, decimal vehiclePowerW) => new()
    {
        ProfileEntry =
        [
            .. schedule.PMaxScheduleEntry.Where(entry => entry.TimeInterval is RelativeTimeIntervalType).Take(MaxProfileEntries)
                .Select(entry => new ProfileEntryType
                {
                    ChargingProfileEntryStart = Start(entry),
                    ChargingProfileEntryMaxPower = PhysicalValues.Watts(Math.Min(entry.PMax.ToDecimal(), vehiclePowerW)),
                }),
        ],
    };

    /// <summary>Whether a profile keeps to the power limits of a schedule at every instant ([V2G2-224]).</summary>
    internal static bool Permits(PMaxScheduleType schedule, ChargingProfileType profile)
    {
        var entries = profile.ProfileEntry;
        for (var i = 0; i < entries.Count; i++)
        {
            long from = entries[i].ChargingProfileEntryStart;
            long until = i + 1 < entries.Count ? entries[i + 1].ChargingProfileEntryStart : long.MaxValue;
            var power = entries[i].ChargingProfileEntryMaxPower.In(UnitSymbolType.W);
            if (power is null || until <= from || !Permits(schedule, from, until, power.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Permits(PMaxScheduleType schedule, long from, long until, decimal powerW)
    {
        var limits = schedule.PMaxScheduleEntry;
        for (var i = 0; i < limits.Count; i++)
        {
            long start = Start(limits[i]);
            long end = i + 1 < limits.Count ? Start(limits[i + 1]) : long.MaxValue;
            if (start < until && from < end && powerW > limits[i].PMax.ToDecimal())
            {
                return false;
            }
        }

        return true;
    }

    private static uint? End(PMaxScheduleEntryType entry) =>
        entry.TimeInterval is RelativeTimeIntervalType { duration: { } duration } ? Start(entry) + duration : null;

    private static uint Start(PMaxScheduleEntryType entry) => entry.TimeInterval is RelativeTimeIntervalType interval ? interval.start : 0;
}
