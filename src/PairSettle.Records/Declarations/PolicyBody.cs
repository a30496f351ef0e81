using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Declarations;

/// <summary>Limits that a pair must respect.</summary>
public sealed record PolicyBody : DeclarationBody
{
    /// <inheritdoc/>
    public override DeclarationKind Kind => DeclarationKind.Policy;

    /// <summary>The most that one session may take.</summary>
    public Caps Caps { get; init; } = Caps.None;

    /// <summary>When sessions may run; empty is always.</summary>
    public ExiList<TimeWindow> Windows { get; init; }

    /// <summary>What the local times of the windows mean.</summary>
    public LocalClock Clock { get; init; } = LocalClock.Utc;

    /// <summary>The chargers that are allowed: certificates of which one must stand in the charger's chain; empty allows all.</summary>
    public ExiList<Digest> AllowedChargers { get; init; }

    /// <summary>The contracts that are allowed: certificates of which one must stand in the contract's chain; empty allows all.</summary>
    public ExiList<Digest> AllowedContracts { get; init; }

    /// <summary>The least accuracy of the meter.</summary>
    public MeterClass MinMeterClass { get; init; }

    /// <summary>Whether energy may flow out of the vehicle.</summary>
    public bool DischargeAllowed { get; init; }

    /// <summary>Whether a stretch of time lies inside the windows without a gap.</summary>
    /// <param name="start">Its first instant.</param>
    /// <param name="end">Its last instant.</param>
    /// <returns>True when it does, or when there are no windows.</returns>
    public bool Allows(DateTimeOffset start, DateTimeOffset end)
    {
        if (Windows.IsEmpty)
        {
            return true;
        }

        // Each step leaves one window, and a day has no more windows than there are; sessions are shorter than a year.
        var at = start;
        for (var steps = 366 * (Windows.Count + 1); steps > 0; steps--)
        {
            var local = Clock.ToLocal(at);
            var minute = local.TimeOfDay.TotalMinutes;
            var day = (DaysOfWeek)(1 << (((int)local.DayOfWeek + 6) % 7));
            var until = -1;
            foreach (var window in Windows)
            {
                if (window.Days.HasFlag(day) && minute >= window.StartMinute && minute < window.EndMinute)
                {
                    until = Math.Max(until, window.EndMinute);
                }
            }

            if (until < 0)
            {
                return false;
            }

            at += local.Date.AddMinutes(until) - local;
            if (at > end)
            {
                return true;
            }
        }

        return false;
    }

    internal override void WriteFields(AsnWriter writer)
    {
        writer.WriteCaps(Caps);
        writer.WriteList(Windows, TimeWindow.Write);
        Clock.Write(writer);
        writer.WriteDigests(AllowedChargers);
        writer.WriteDigests(AllowedContracts);
        writer.WriteEnum(MinMeterClass);
        writer.WriteBoolean(DischargeAllowed);
    }

    internal static PolicyBody ReadFields(DerReader reader) => new()
    {
        Caps = reader.Caps("caps"),
        Windows = reader.List("windows", 0, 64, TimeWindow.Read),
        Clock = LocalClock.Read(reader, "clock"),
        AllowedChargers = reader.Digests("allowedChargers", 0, 64),
        AllowedContracts = reader.Digests("allowedContracts", 0, 64),
        MinMeterClass = reader.Enumerated<MeterClass>("minMeterClass"),
        DischargeAllowed = reader.Boolean("dischargeAllowed"),
    };
}
