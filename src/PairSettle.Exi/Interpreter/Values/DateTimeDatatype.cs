using System.Numerics;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Points in time and their parts (EXI 1.0, 7.1.8). A part that the datatype lacks is not written.</summary>
internal sealed class DateTimeDatatype(ExiDateTimeKind kind) : Datatype
{
    private readonly ExiDateTime _shape = new() { Kind = kind };

    public override Datatype Lexical => StringDatatype.DateTime;

    public override bool TryParse(string literal, out TypedValue value)
    {
        var isMoment = ExiDateTime.TryParse(kind, literal, out var moment);
        value = isMoment ? new TypedValue(0, 0, moment) : default;
        return isMoment;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        var moment = (ExiDateTime)value.Content!;
        if (moment.HasYear)
        {
            IntegerDatatype.WriteSigned(sink, moment.Year - ExiDateTime.YearOffset);
        }

        if (moment.HasMonthDay)
        {
            sink.WriteNBit(moment.MonthDayCode, ExiDateTime.MonthDayBits);
        }

        if (moment.HasTime)
        {
            sink.WriteNBit(moment.TimeCode, ExiDateTime.TimeBits);
            sink.WriteBoolean(moment.FractionCode is not null);
            if (moment.FractionCode is { } fraction)
            {
                sink.WriteUnsigned(fraction);
            }
        }

        sink.WriteBoolean(moment.ZoneCode is not null);
        if (moment.ZoneCode is { } zone)
        {
            sink.WriteNBit(zone, ExiDateTime.ZoneBits);
        }
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var start = source.BitOffset;
        var year = _shape.HasYear ? IntegerDatatype.ReadSigned(source) : BigInteger.Zero;
        var monthDay = _shape.HasMonthDay ? source.ReadNBit(ExiDateTime.MonthDayBits) : 0;
        var time = _shape.HasTime ? source.ReadNBit(ExiDateTime.TimeBits) : 0;
        var fraction = _shape.HasTime && source.ReadBoolean() ? source.ReadUnsigned(out var small) ?? small : BigInteger.Zero;
        int? zone = source.ReadBoolean() ? source.ReadNBit(ExiDateTime.ZoneBits) : null;
        return ExiDateTime.TryCreate(kind, year, monthDay, time, fraction.IsZero ? null : fraction, zone, out var moment)
            ? moment.ToString()
            : throw new ExiFaultException(ExiFault.ValueOutOfRange, start);
    }
}
