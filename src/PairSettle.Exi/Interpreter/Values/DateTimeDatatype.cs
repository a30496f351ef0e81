using System.Globalization;
using System.Numerics;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Points in time and their parts (EXI 1.0, 7.1.8). A part that the datatype lacks is not written.</summary>
internal sealed partial class DateTimeDatatype(DatatypeKind kind) : Datatype
{
    private const int YearOffset = 2000;
    private const int MonthDayBits = 9;
    private const int TimeBits = 17;
    private const int ZoneBits = 11;
    private const int ZoneOffset = 14 * 64;

    private readonly bool _hasYear = kind is DatatypeKind.DateTime or DatatypeKind.Date or DatatypeKind.GYear or DatatypeKind.GYearMonth;
    private readonly bool _hasMonth =
        kind is DatatypeKind.DateTime or DatatypeKind.Date or DatatypeKind.GYearMonth or DatatypeKind.GMonth or DatatypeKind.GMonthDay;

    private readonly bool _hasDay = kind is DatatypeKind.DateTime or DatatypeKind.Date or DatatypeKind.GMonthDay or DatatypeKind.GDay;
    private readonly bool _hasTime = kind is DatatypeKind.DateTime or DatatypeKind.Time;

    public override Datatype Lexical => StringDatatype.DateTime;

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        var moment = (Moment)value.Content!;
        if (_hasYear)
        {
            IntegerDatatype.WriteSigned(sink, moment.Year - YearOffset);
        }

        if (_hasMonth || _hasDay)
        {
            sink.WriteNBit((moment.Month * 32) + moment.Day, MonthDayBits);
        }

        if (_hasTime)
        {
            sink.WriteNBit((((moment.Hour * 64) + moment.Minute) * 64) + moment.Second, TimeBits);
            sink.WriteBoolean(moment.Fraction is not null);
            if (moment.Fraction is { } fraction)
            {
                sink.WriteUnsigned(fraction);
            }
        }

        sink.WriteBoolean(moment.Zone is not null);
        if (moment.Zone is { } zone)
        {
            sink.WriteNBit(zone + ZoneOffset, ZoneBits);
        }
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var start = source.BitOffset;
        var year = _hasYear ? IntegerDatatype.ReadSigned(source) + YearOffset : YearOffset;
        var monthDay = _hasMonth || _hasDay ? source.ReadNBit(MonthDayBits) : 0;
        var time = _hasTime ? source.ReadNBit(TimeBits) : 0;
        BigInteger? fraction = _hasTime && source.ReadBoolean() ? source.ReadUnsigned(out var small) ?? small : null;
        int? zone = source.ReadBoolean() ? source.ReadNBit(ZoneBits) - ZoneOffset : null;
        var moment = new Moment((int)BigInteger.Max(BigInteger.Min(year, int.MaxValue), int.MinValue))
        {
            Month = monthDay / 32,
            Day = monthDay % 32,
            Hour = time / 4096,
            Minute = time / 64 % 64,
            Second = time % 64,
            Fraction = fraction,
            Zone = zone,
        };
        return IsInRange(moment) && year == moment.Year ? Format(moment) : throw new ExiFaultException(ExiFault.ValueOutOfRange, start);
    }

    private bool IsInRange(Moment moment) =>
        (!_hasMonth || moment.Month is >= 1 and <= 12) && (_hasMonth || moment.Month == 0)
        && (!_hasDay || moment.Day is >= 1 and <= 31) && (_hasDay || moment.Day == 0)
        && moment.Hour <= 24 && moment.Minute <= 59 && moment.Second <= 60
        && moment.Zone is null or >= -ZoneOffset and <= ZoneOffset && Math.Abs(moment.Zone ?? 0) % 64 <= 59;

    private string Format(Moment moment)
    {
        var month = moment.Month.ToString("D2", CultureInfo.InvariantCulture);
        var day = moment.Day.ToString("D2", CultureInfo.InvariantCulture);
        var year = moment.Year.ToString("D4", CultureInfo.InvariantCulture);
        var date = kind switch
        {
            DatatypeKind.GYear => year,
            DatatypeKind.GYearMonth => $"{year}-{month}",
            DatatypeKind.GMonth => $"--{month}",
            DatatypeKind.GMonthDay => $"--{month}-{day}",
            DatatypeKind.GDay => $"---{day}",
            DatatypeKind.Date => $"{year}-{month}-{day}",
            DatatypeKind.DateTime => $"{year}-{month}-{day}T",
            _ => string.Empty,
        };
        return date + FormatTime(moment) + FormatZone(moment.Zone);
    }

    private string FormatTime(Moment moment)
    {
        if (!_hasTime)
        {
            return string.Empty;
        }

        var time = string.Create(CultureInfo.InvariantCulture, $"{moment.Hour:D2}:{moment.Minute:D2}:{moment.Second:D2}");
        if (moment.Fraction is not { } fraction)
        {
            return time;
        }

        var digits = fraction.ToString(CultureInfo.InvariantCulture).ToCharArray();
        Array.Reverse(digits);
        return $"{time}.{new string(digits)}";
    }

    private static string FormatZone(int? zone) => zone switch
    {
        null => string.Empty,
        0 => "Z",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(zone < 0 ? '-' : '+')}{Math.Abs(zone.Value) / 64:D2}:{Math.Abs(zone.Value) % 64:D2}"),
    };

    /// <summary>The parts; those that the datatype lacks are zero. The zone is hours * 64 + minutes.</summary>
    private sealed record Moment(int Year)
    {
        public int Month { get; init; }

        public int Day { get; init; }

        public int Hour { get; init; }

        public int Minute { get; init; }

        public int Second { get; init; }

        /// <summary>The digits of the fraction in reverse.</summary>
        public BigInteger? Fraction { get; init; }

        public int? Zone { get; init; }
    }
}
