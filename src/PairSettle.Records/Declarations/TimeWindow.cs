using System.Formats.Asn1;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Declarations;

/// <summary>A stretch of the week in local time.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="StartMinute">The minute of the day at which it begins.</param>
/// <param name="EndMinute">The minute of the same day before which it ends, at most 1440.</param>
public sealed record TimeWindow(DaysOfWeek Days, int StartMinute, int EndMinute)
{
    internal static void Write(AsnWriter writer, TimeWindow value)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger((int)value.Days);
            writer.WriteInteger(value.StartMinute);
            writer.WriteInteger(value.EndMinute);
        }
    }

    internal static TimeWindow Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var value = new TimeWindow(
            (DaysOfWeek)reader.Integer("days", 1, (int)DaysOfWeek.All),
            (int)reader.Integer("startMinute", 0, 1439),
            (int)reader.Integer("endMinute", 1, 1440));
        reader.End();
        return value.EndMinute > value.StartMinute ? value : throw outer.Refuse(RecordFault.Contradiction, name);
    }
}
