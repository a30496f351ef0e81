using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>When an element of a tariff applies (OCPI TariffRestrictions). Every limit that is given must hold.</summary>
public sealed record TariffRestrictions
{
    /// <summary>The local time of day, in minutes, from which the element applies.</summary>
    public int? StartMinute { get; init; }

    /// <summary>The local time of day, in minutes, before which the element applies; not after the start means the next day.</summary>
    public int? EndMinute { get; init; }

    /// <summary>The first local date.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The local date before which the element applies.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Energy of the session so far, from which the element applies.</summary>
    public long? MinWh { get; init; }

    /// <summary>Energy of the session so far, below which the element applies.</summary>
    public long? MaxWh { get; init; }

    /// <summary>The current in milliampere from which the element applies.</summary>
    public long? MinMilliampere { get; init; }

    /// <summary>The current in milliampere below which the element applies.</summary>
    public long? MaxMilliampere { get; init; }

    /// <summary>The power in watt from which the element applies.</summary>
    public long? MinPowerW { get; init; }

    /// <summary>The power in watt below which the element applies.</summary>
    public long? MaxPowerW { get; init; }

    /// <summary>The duration of the session from which the element applies, in whole seconds.</summary>
    public TimeSpan? MinDuration { get; init; }

    /// <summary>The duration of the session below which the element applies, in whole seconds.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>The local days of the week on which the element applies.</summary>
    public DaysOfWeek Days { get; init; } = DaysOfWeek.All;

    /// <summary>Whether the element is about a reservation; null is the session itself.</summary>
    public ReservationRestriction? Reservation { get; init; }

    internal bool AsksForPower => MinPowerW is not null || MaxPowerW is not null;

    internal bool AsksForCurrent => MinMilliampere is not null || MaxMilliampere is not null;

    internal void Write(AsnWriter writer, Asn1Tag tag)
    {
        using (writer.PushSequence(tag))
        {
            WriteOptional(writer, 0, StartMinute);
            WriteOptional(writer, 1, EndMinute);
            WriteOptional(writer, 2, StartDate?.DayNumber);
            WriteOptional(writer, 3, EndDate?.DayNumber);
            WriteOptional(writer, 4, MinWh);
            WriteOptional(writer, 5, MaxWh);
            WriteOptional(writer, 6, MinMilliampere);
            WriteOptional(writer, 7, MaxMilliampere);
            WriteOptional(writer, 8, MinPowerW);
            WriteOptional(writer, 9, MaxPowerW);
            WriteOptional(writer, 10, MinDuration is { } min ? min.Ticks / TimeSpan.TicksPerSecond : null);
            WriteOptional(writer, 11, MaxDuration is { } max ? max.Ticks / TimeSpan.TicksPerSecond : null);
            WriteOptional(writer, 12, Days == DaysOfWeek.All ? null : (int)Days);
            WriteOptional(writer, 13, Reservation is { } reservation ? (int)reservation : null);
        }
    }

    internal static TariffRestrictions Read(DerReader outer, string name, Asn1Tag tag)
    {
        var reader = outer.Sequence(name, tag);
        var value = new TariffRestrictions
        {
            StartMinute = (int?)ReadOptional(reader, 0, "startMinute", 1439),
            EndMinute = (int?)ReadOptional(reader, 1, "endMinute", 1439),
            StartDate = ReadOptional(reader, 2, "startDate", DateOnly.MaxValue.DayNumber) is { } start ? DateOnly.FromDayNumber((int)start) : null,
            EndDate = ReadOptional(reader, 3, "endDate", DateOnly.MaxValue.DayNumber) is { } end ? DateOnly.FromDayNumber((int)end) : null,
            MinWh = ReadOptional(reader, 4, "minWh", FormatLimits.MaxQuantity),
            MaxWh = ReadOptional(reader, 5, "maxWh", FormatLimits.MaxQuantity),
            MinMilliampere = ReadOptional(reader, 6, "minMilliampere", FormatLimits.MaxQuantity),
            MaxMilliampere = ReadOptional(reader, 7, "maxMilliampere", FormatLimits.MaxQuantity),
            MinPowerW = ReadOptional(reader, 8, "minPowerW", FormatLimits.MaxQuantity),
            MaxPowerW = ReadOptional(reader, 9, "maxPowerW", FormatLimits.MaxQuantity),
            MinDuration = ReadOptional(reader, 10, "minDuration", FormatLimits.MaxSeconds) is { } min ? TimeSpan.FromSeconds(min) : null,
            MaxDuration = ReadOptional(reader, 11, "maxDuration", FormatLimits.MaxSeconds) is { } max ? TimeSpan.FromSeconds(max) : null,
            Days = (DaysOfWeek)(ReadOptional(reader, 12, "days", (int)DaysOfWeek.All) ?? (int)DaysOfWeek.All),
            Reservation = (ReservationRestriction?)(int?)ReadOptional(reader, 13, "reservation", 1),
        };
        reader.End();
        return value;
    }

    private static void WriteOptional(AsnWriter writer, int context, long? value)
    {
        if (value is { } number)
        {
            writer.WriteInteger(number, DerTags.Context(context));
        }
    }

    private static long? ReadOptional(DerReader reader, int context, string name, long max) =>
        reader.NextIs(DerTags.Context(context)) ? reader.Integer(name, 0, max, DerTags.Context(context)) : null;
}
