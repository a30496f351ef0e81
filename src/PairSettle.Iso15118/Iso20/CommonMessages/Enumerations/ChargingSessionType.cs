namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What becomes of the session.</summary>
public enum ChargingSessionType
{
    /// <summary>It pauses, to go on later.</summary>
    Pause,

    /// <summary>It ends.</summary>
    Terminate,

    /// <summary>It goes back to the choice of services.</summary>
    ServiceRenegotiation,
}
