using System.ComponentModel;
using PairSettle.Exi.Bits;
using System.Numerics;

namespace PairSettle.Exi.Datatypes;

/// <summary>Points in time and their parts (EXI 1.0, 7.1.8).</summary>
/// <param name="kind">The parts.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiDateTimeDatatype(ExiDateTimeKind kind) : ExiDatatype<ExiDateTime>
{
    private readonly ExiDateTime _shape = new() { Kind = kind };

    /// <inheritdoc/>
    public override string Format(ExiDateTime value) => value.ToString();

    internal override ExiDateTime Read(ref ExiReader reader, int qname)
    {
        var start = reader.BitPosition;
        var year = _shape.HasYear ? reader.ReadInteger(int.MinValue, int.MaxValue) : 0;
        var monthDay = _shape.HasMonthDay ? (int)reader.ReadBits(ExiDateTime.MonthDayBits) : 0;
        var time = _shape.HasTime ? (int)reader.ReadBits(ExiDateTime.TimeBits) : 0;
        BigInteger? fraction = _shape.HasTime && reader.ReadBoolean() ? reader.ReadBigUnsigned() : null;
        int? zone = reader.ReadBoolean() ? (int)reader.ReadBits(ExiDateTime.ZoneBits) : null;
        if (!ExiDateTime.TryCreate(kind, year, monthDay, time, fraction, zone, out var value))
        {
            reader.Refuse(start, ExiFault.ValueOutOfRange);
        }

        return value;
    }

    internal override void Write(ref ExiWriter writer, int qname, ExiDateTime value)
    {
        if (value.Kind != kind || !value.IsValid)
        {
            writer.Fail(value.Kind == kind ? ExiFault.ValueOutOfRange : ExiFault.UnexpectedType);
            return;
        }

        if (value.HasYear)
        {
            writer.WriteInteger((long)value.Year - ExiDateTime.YearOffset, long.MinValue, long.MaxValue);
        }

        if (value.HasMonthDay)
        {
            writer.WriteBits((uint)value.MonthDayCode, ExiDateTime.MonthDayBits);
        }

        if (value.HasTime)
        {
            writer.WriteBits((uint)value.TimeCode, ExiDateTime.TimeBits);
            writer.WriteBoolean(value.Fraction is not null);
            if (value.FractionCode is { } fraction)
            {
                writer.WriteBigUnsigned(fraction);
            }
        }

        writer.WriteBoolean(value.OffsetMinutes is not null);
        if (value.ZoneCode is { } zone)
        {
            writer.WriteBits((uint)zone, ExiDateTime.ZoneBits);
        }
    }

    internal override ExiFault Parse(string text, ExiLimits limits, out ExiDateTime value) =>
        ExiDateTime.TryParse(kind, text, out value) ? ExiFault.None : ExiFault.InvalidLiteral;
}
