using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>
/// Local time with every switch resolved by whoever signs, so that the same local times follow years later and without a
/// time zone database.
/// </summary>
public sealed record LocalClock
{
    /// <summary>UTC.</summary>
    public static LocalClock Utc { get; } = new() { Zone = "Etc/UTC", OffsetMinutes = 0 };

    /// <summary>The IANA name of the zone, for people.</summary>
    public required string Zone { get; init; }

    /// <summary>The offset from UTC before the first switch.</summary>
    public required int OffsetMinutes { get; init; }

    /// <summary>The switches in ascending order, as far as the signed document is valid.</summary>
    public ExiList<ClockSwitch> Switches { get; init; }

    /// <summary>The local date and time of an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The local time.</returns>
    public DateTime ToLocal(DateTimeOffset instant)
    {
        var offset = OffsetMinutes;
        foreach (var change in Switches)
        {
            if (change.At > instant)
            {
                break;
            }

            offset = change.OffsetMinutes;
        }

        return instant.UtcDateTime.AddMinutes(offset);
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteText(Zone);
            writer.WriteInteger(OffsetMinutes);
            writer.WriteList(Switches, ClockSwitch.Write);
        }
    }

    internal static LocalClock Read(DerReader outer, string name)
    {
        var reader = outer.Sequence(name);
        var clock = new LocalClock
        {
            Zone = reader.Text("zone", 1, 64),
            OffsetMinutes = (int)reader.Integer("offsetMinutes", -840, 840),
            Switches = reader.List("switches", 0, 64, ClockSwitch.Read),
        };
        reader.End();
        for (var i = 1; i < clock.Switches.Count; i++)
        {
            if (clock.Switches[i].At <= clock.Switches[i - 1].At)
            {
                throw outer.Refuse(RecordFault.Duplicate, name + ".switches");
            }
        }

        return clock;
    }
}
