using System.Numerics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi;

// The fields of EXI's datatype Date-Time (EXI 1.0, 7.1.8), for those that write them. A field whose parts the kind lacks is
// not written.
public readonly partial record struct ExiDateTime
{
    internal const int YearOffset = 2000;
    internal const int MonthDayBits = 9;
    internal const int TimeBits = 17;
    internal const int ZoneBits = 11;
    private const int ZoneOffset = 14 * 64;

    internal bool HasMonthDay => HasMonth || HasDay;

    /// <summary>The field for month and day.</summary>
    internal int MonthDayCode => (Month * 32) + Day;

    /// <summary>The field for the time of day.</summary>
    internal int TimeCode => (((Hour * 64) + Minute) * 64) + Second;

    /// <summary>The field for the fraction, or null.</summary>
    internal BigInteger? FractionCode => Fraction is null ? null : Digits.ReversedNumber(Fraction);

    /// <summary>The field for the time zone, or null.</summary>
    internal int? ZoneCode => OffsetMinutes is { } minutes ? (minutes / 60 * 64) + (minutes % 60) + ZoneOffset : null;

    /// <summary>The kind of a datatype; the two are listed in one order.</summary>
    internal static ExiDateTimeKind KindOf(DatatypeKind kind) => (ExiDateTimeKind)(kind - DatatypeKind.DateTime);

    /// <summary>Puts a value together from its fields; those that the kind lacks are zero.</summary>
    /// <returns>Whether all of them are in their ranges, and none says less than it might.</returns>
    internal static bool TryCreate(
        ExiDateTimeKind kind, BigInteger year, int monthDay, int time, BigInteger? fraction, int? zone, out ExiDateTime value)
    {
        var offset = (zone ?? ZoneOffset) - ZoneOffset;
        var isYear = year >= int.MinValue && year <= int.MaxValue - YearOffset;
        value = new()
        {
            Kind = kind,
            Year = new ExiDateTime { Kind = kind }.HasYear && isYear ? (int)year + YearOffset : 0,
            Month = monthDay / 32,
            Day = monthDay % 32,
            Hour = time / 4096,
            Minute = time / 64 % 64,
            Second = time % 64,
            Fraction = fraction is { } digits ? Digits.Reversed(digits) : null,
            OffsetMinutes = zone is null ? null : (offset / 64 * 60) + (offset % 64),
        };
        return isYear && value.IsValid && offset % 64 is >= -59 and <= 59 && fraction is null or { IsZero: false };
    }
}
