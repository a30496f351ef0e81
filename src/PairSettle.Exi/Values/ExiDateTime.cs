using System.Globalization;

namespace PairSettle.Exi;

/// <summary>
/// A point in time, or a part of one, with or without a time zone. The parts compare: one moment in two time zones is
/// two values. Parts that the kind does not have are zero.
/// </summary>
public readonly partial record struct ExiDateTime
{
    /// <summary>The kind, which says what parts there are.</summary>
    public required ExiDateTimeKind Kind { get; init; }

    /// <summary>The year; negative before the common era.</summary>
    public int Year { get; init; }

    /// <summary>The month, from 1 to 12.</summary>
    public int Month { get; init; }

    /// <summary>The day of the month, from 1 to 31.</summary>
    public int Day { get; init; }

    /// <summary>The hour, from 0 to 24.</summary>
    public int Hour { get; init; }

    /// <summary>The minute, from 0 to 59.</summary>
    public int Minute { get; init; }

    /// <summary>The second, from 0 to 60.</summary>
    public int Second { get; init; }

    /// <summary>The digits of the fraction of a second, without zeros at the end; null for none.</summary>
    public string? Fraction { get; init => field = value?.TrimEnd('0') is { Length: > 0 } digits ? digits : null; }

    /// <summary>The distance of the time zone from UTC in minutes, from -840 to 840; null where no zone is named.</summary>
    public int? OffsetMinutes { get; init; }

    internal bool HasYear => Kind is ExiDateTimeKind.DateTime or ExiDateTimeKind.Date or ExiDateTimeKind.GYear or ExiDateTimeKind.GYearMonth;

    internal bool HasMonth => Kind is not (ExiDateTimeKind.Time or ExiDateTimeKind.GYear or ExiDateTimeKind.GDay);

    internal bool HasDay => Kind is ExiDateTimeKind.DateTime or ExiDateTimeKind.Date or ExiDateTimeKind.GMonthDay or ExiDateTimeKind.GDay;

    internal bool HasTime => Kind is ExiDateTimeKind.DateTime or ExiDateTimeKind.Time;

    /// <summary>Whether every part is in its range, and zero where the kind lacks it.</summary>
    internal bool IsValid =>
        (HasYear || Year == 0)
        && (HasMonth ? Month is >= 1 and <= 12 : Month == 0)
        && (HasDay ? Day is >= 1 and <= 31 : Day == 0)
        && Hour >= 0 && Hour <= (HasTime ? 24 : 0) && Minute >= 0 && Minute <= (HasTime ? 59 : 0) && Second >= 0 && Second <= (HasTime ? 60 : 0)
        && (Fraction is null || HasTime && Digits.Are(Fraction))
        && OffsetMinutes is null or >= -MaxOffsetMinutes and <= MaxOffsetMinutes;

    /// <summary>A moment with its distance from UTC, to the last of its ten million parts of a second.</summary>
    /// <param name="moment">The moment; of its offset whole minutes count.</param>
    /// <returns>The value, of kind <see cref="ExiDateTimeKind.DateTime"/>.</returns>
    public static ExiDateTime FromDateTimeOffset(DateTimeOffset moment) => new()
    {
        Kind = ExiDateTimeKind.DateTime,
        Year = moment.Year,
        Month = moment.Month,
        Day = moment.Day,
        Hour = moment.Hour,
        Minute = moment.Minute,
        Second = moment.Second,
        Fraction = (moment.Ticks % TimeSpan.TicksPerSecond).ToString("D7", CultureInfo.InvariantCulture),
        OffsetMinutes = (int)(moment.Offset.Ticks / TimeSpan.TicksPerMinute),
    };

    /// <summary>A day without a time zone.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The value, of kind <see cref="ExiDateTimeKind.Date"/>.</returns>
    public static ExiDateTime FromDate(DateOnly date) => new() { Kind = ExiDateTimeKind.Date, Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>The moment, where the kind is <see cref="ExiDateTimeKind.DateTime"/>.</summary>
    /// <param name="offsetMinutes">The distance from UTC of a value that names no time zone.</param>
    /// <returns>The moment; digits beyond the seventh of a second are left out.</returns>
    /// <exception cref="InvalidOperationException">The value is of another kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The framework has no such moment: a year beyond 1 to 9999, a leap second.</exception>
    public DateTimeOffset ToDateTimeOffset(int offsetMinutes = 0)
    {
        if (Kind != ExiDateTimeKind.DateTime)
        {
            throw new InvalidOperationException($"a value of kind {Kind} is no moment");
        }

        var ticks = Fraction is null ? 0 : long.Parse(Fraction.PadRight(7, '0').AsSpan(0, 7), NumberStyles.None, CultureInfo.InvariantCulture);
        var offset = TimeSpan.FromMinutes(OffsetMinutes ?? offsetMinutes);
        return new DateTimeOffset(Year, Month, Day, Hour == 24 ? 0 : Hour, Minute, Second, offset).AddDays(Hour == 24 ? 1 : 0).AddTicks(ticks);
    }

    /// <summary>The literal of the kind.</summary>
    /// <returns>The literal.</returns>
    public override string ToString()
    {
        var date = Kind switch
        {
            ExiDateTimeKind.GYear => $"{Year:D4}",
            ExiDateTimeKind.GYearMonth => $"{Year:D4}-{Month:D2}",
            ExiDateTimeKind.GMonth => $"--{Month:D2}",
            ExiDateTimeKind.GMonthDay => $"--{Month:D2}-{Day:D2}",
            ExiDateTimeKind.GDay => $"---{Day:D2}",
            ExiDateTimeKind.Date => $"{Year:D4}-{Month:D2}-{Day:D2}",
            ExiDateTimeKind.DateTime => $"{Year:D4}-{Month:D2}-{Day:D2}T",
            _ => string.Empty,
        };
        var time = HasTime ? $"{Hour:D2}:{Minute:D2}:{Second:D2}{(Fraction is null ? string.Empty : ".")}{Fraction}" : string.Empty;
        var zone = OffsetMinutes switch
        {
            null => string.Empty,
            0 => "Z",
            var minutes => $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes.Value) / 60:D2}:{Math.Abs(minutes.Value) % 60:D2}",
        };
        return date + time + zone;
    }
}
