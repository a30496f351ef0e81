using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>Which price components apply at one point of a session, and where that can change.</summary>
internal sealed class TariffSelector(Tariff tariff, DateTimeOffset start)
{
    /// <summary>The components that apply: for each dimension the first in order of the elements.</summary>
    public readonly record struct Selection(PriceComponent? Energy, PriceComponent? Time, PriceComponent? Parking, PriceComponent? Flat)
    {
        /// <summary>Compares by identity: two equal components of two elements are still a switch, and harmless to cut at.</summary>
        public bool IsSame(Selection other) =>
            ReferenceEquals(Energy, other.Energy) && ReferenceEquals(Time, other.Time)
            && ReferenceEquals(Parking, other.Parking) && ReferenceEquals(Flat, other.Flat);
    }

    public Selection Select(UsageKind kind, long second, long importWh, long? powerW, long? milliampere)
    {
        PriceComponent? energy = null, time = null, parking = null, flat = null;
        var local = tariff.Clock.ToLocal(start.AddSeconds(second));
        foreach (var element in tariff.Elements)
        {
            if (!Applies(element.Restrictions, kind, second, local, importWh, powerW, milliampere))
            {
                continue;
            }

            foreach (var component in element.Components)
            {
                switch (component.Dimension)
                {
                    case PriceDimension.Energy:
                        energy ??= component;
                        break;
                    case PriceDimension.Time:
                        time ??= component;
                        break;
                    case PriceDimension.ParkingTime:
                        parking ??= component;
                        break;
                    default:
                        flat ??= component;
                        break;
                }
            }
        }

        // A dimension that the period does not have is no reason to cut it.
        return kind switch
        {
            UsageKind.Charging => new(energy, time, null, flat),
            UsageKind.Parking => new(energy, null, parking, flat),
            _ => new(null, time, null, flat),
        };
    }

    /// <summary>The next second after <paramref name="second"/> at which a restriction on time can begin or end to hold.</summary>
    public long NextThreshold(long second)
    {
        var next = long.MaxValue;
        var now = start.AddSeconds(second);
        var local = tariff.Clock.ToLocal(now);
        foreach (var element in tariff.Elements)
        {
            if (element.Restrictions is not { } limits)
            {
                continue;
            }

            Consider(limits.MinDuration is { } min ? (long)min.TotalSeconds : null);
            Consider(limits.MaxDuration is { } max ? (long)max.TotalSeconds : null);
            if (limits.StartMinute is { } from)
            {
                ConsiderLocal(NextTimeOfDay(local, from));
            }

            if (limits.EndMinute is { } until)
            {
                ConsiderLocal(NextTimeOfDay(local, until));
            }

            if (limits.Days != DaysOfWeek.All || limits.StartDate is not null || limits.EndDate is not null)
            {
                ConsiderLocal(NextTimeOfDay(local, 0));
            }
        }

        foreach (var change in tariff.Clock.Switches)
        {
            Consider(SecondOf(change.At));
        }

        return next;

        void Consider(long? candidate)
        {
            if (candidate > second && candidate < next)
            {
                next = candidate.Value;
            }
        }

        void ConsiderLocal(DateTime candidate) => Consider(SecondOf(now + (candidate - local)));
    }

    /// <summary>The next energy above <paramref name="importWh"/> at which a restriction on energy begins or ends to hold.</summary>
    public long NextEnergyThreshold(long importWh)
    {
        var next = long.MaxValue;
        foreach (var element in tariff.Elements)
        {
            foreach (var candidate in (ReadOnlySpan<long?>)[element.Restrictions?.MinWh, element.Restrictions?.MaxWh])
            {
                if (candidate > importWh && candidate < next)
                {
                    next = candidate.Value;
                }
            }
        }

        return next;
    }

    // The first whole second of the session at which the instant has come.
    private long SecondOf(DateTimeOffset instant)
    {
        var ticks = (instant - start).Ticks;
        var seconds = ticks / TimeSpan.TicksPerSecond;
        return ticks > seconds * TimeSpan.TicksPerSecond ? seconds + 1 : seconds;
    }

    private static DateTime NextTimeOfDay(DateTime local, int minute)
    {
        var today = local.Date.AddMinutes(minute);
        return today > local ? today : today.AddDays(1);
    }

    private static bool Applies(
        TariffRestrictions? limits, UsageKind kind, long second, DateTime local, long importWh, long? powerW, long? milliampere)
    {
        var reservation = kind switch
        {
            UsageKind.Reservation => ReservationRestriction.Reservation,
            UsageKind.ReservationExpired => ReservationRestriction.ReservationExpires,
            _ => (ReservationRestriction?)null,
        };
        if (limits?.Reservation != reservation)
        {
            return false;
        }

        if (limits is null)
        {
            return true;
        }

        var minute = (local.Hour * 60) + local.Minute;
        var date = DateOnly.FromDateTime(local);
        return IsWithinDay(limits.StartMinute, limits.EndMinute, minute)
            && !(date < limits.StartDate) && !(date >= limits.EndDate)
            && limits.Days.HasFlag(ToFlag(local.DayOfWeek))
            && !(importWh < limits.MinWh) && !(importWh >= limits.MaxWh)
            && !(milliampere < limits.MinMilliampere) && !(milliampere >= limits.MaxMilliampere)
            && !(powerW < limits.MinPowerW) && !(powerW >= limits.MaxPowerW)
            && !(TimeSpan.FromSeconds(second) < limits.MinDuration) && !(TimeSpan.FromSeconds(second) >= limits.MaxDuration);
    }

    private static bool IsWithinDay(int? start, int? end, int minute) => (start, end) switch
    {
        (null, null) => true,
        ({ } from, null) => minute >= from,
        (null, { } until) => minute < until,
        ({ } from, { } until) => from < until ? minute >= from && minute < until : minute >= from || minute < until,
    };

    private static DaysOfWeek ToFlag(DayOfWeek day) => (DaysOfWeek)(1 << (((int)day + 6) % 7));
}
