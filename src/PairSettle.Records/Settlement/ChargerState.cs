using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>Everything that a charger's settlement machine knows. It is a value: a step makes a new one.</summary>
public sealed record ChargerState
{
    /// <summary>What the charger brings to its sessions.</summary>
    public required ChargerSettlementOptions Options { get; init; }

    /// <summary>Where the session stands.</summary>
    public ChargerPhase Phase { get; init; }

    /// <summary>What is carried from record to record.</summary>
    public DeviceHistory History { get; init; } = DeviceHistory.Empty;

    /// <summary>The connection that the link runs on, or null without a link.</summary>
    public ChannelBinding? Link { get; init; }

    /// <summary>The last reading of the meter in this start of the device, or null.</summary>
    public MeterReading? LastReading { get; init; }

    /// <summary>The session, or null.</summary>
    public ChargerSession? Session { get; init; }
}
