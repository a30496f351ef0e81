using System.Formats.Asn1;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>An instant at which local time changes.</summary>
/// <param name="At">The instant.</param>
/// <param name="OffsetMinutes">The offset from UTC from then on.</param>
public sealed record ClockSwitch(DateTimeOffset At, int OffsetMinutes)
{
    internal static void Write(AsnWriter writer, ClockSwitch value)
    {
        using (writer.PushSequence())
        {
            writer.WriteInstant(value.At);
            writer.WriteInteger(value.OffsetMinutes);
        }
    }

    internal static ClockSwitch Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new ClockSwitch(reader.Instant("at"), (int)reader.Integer("offsetMinutes", -840, 840));
        reader.End();
        return value;
    }
}
