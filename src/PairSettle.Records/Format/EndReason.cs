namespace PairSettle.Records.Format;

/// <summary>Why a session ended, as its signer saw it.</summary>
public enum EndReason
{
    /// <summary>The vehicle stopped: full, or the user asked the vehicle.</summary>
    VehicleStopped = 0,

    /// <summary>The charger stopped on request of its user or operator.</summary>
    ChargerStopped = 1,

    /// <summary>A cap of the agreement was reached.</summary>
    CapReached = 2,

    /// <summary>A slice was delivered and not acknowledged.</summary>
    SliceUnacknowledged = 3,

    /// <summary>The peer vanished.</summary>
    PeerLost = 4,

    /// <summary>The two measurements differ by more than the tolerance.</summary>
    Divergence = 5,

    /// <summary>The peer broke the protocol or contradicted itself.</summary>
    ProtocolViolation = 6,

    /// <summary>A fault of the charger, the vehicle, the meter or the grid.</summary>
    Fault = 7,

    /// <summary>The device restarted during the session.</summary>
    Restart = 8,
}
