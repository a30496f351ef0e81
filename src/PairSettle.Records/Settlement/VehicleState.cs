using PairSettle.Records.Format;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>Everything that a vehicle's settlement machine knows. It is a value: a step makes a new one.</summary>
public sealed record VehicleState
{
    /// <summary>What the vehicle brings to its sessions.</summary>
    public required VehicleSettlementOptions Options { get; init; }

    /// <summary>Where the session stands.</summary>
    public VehiclePhase Phase { get; init; }

    /// <summary>What is carried from record to record.</summary>
    public DeviceHistory History { get; init; } = DeviceHistory.Empty;

    /// <summary>The connection that the link runs on, or null without a link.</summary>
    public ChannelBinding? Link { get; init; }

    /// <summary>The own half of the session before, for a charger that has not received it yet; or null.</summary>
    public PairMessage.HalfRecord? FormerHalf { get; init; }

    /// <summary>Whether a session may begin on this link once the former one turns out to be unknown to the charger.</summary>
    internal bool MayBegin { get; init; }

    /// <summary>The session, or null.</summary>
    public VehicleSession? Session { get; init; }
}
