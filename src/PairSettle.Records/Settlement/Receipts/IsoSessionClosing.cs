using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement.Receipts;

/// <summary>What a charger observed of a session with a vehicle that does not pair.</summary>
public sealed record IsoSessionClosing
{
    /// <summary>The session cut wherever the price changes; its start is when power was permitted.</summary>
    public required UsageTracker Usage { get; init; }

    /// <summary>The quality of the clock that gave the start.</summary>
    public required TimeQuality ClockQuality { get; init; }

    /// <summary>What the meter shows with power off.</summary>
    public required MeterStatement EndMeter { get; init; }

    /// <summary>Why the session ended.</summary>
    public required EndReason EndReason { get; init; }

    /// <summary>The messages that the vehicle, or the mobility operator, signed: EXI octets as they were on the wire.</summary>
    public ExiList<ExiBytes> Messages { get; init; }
}
