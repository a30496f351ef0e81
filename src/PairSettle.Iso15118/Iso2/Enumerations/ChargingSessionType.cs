namespace PairSettle.Iso15118.Iso2;

/// <summary>What becomes of the session when communication ends.</summary>
public enum ChargingSessionType
{
    /// <summary>It ends.</summary>
    Terminate,

    /// <summary>It pauses, and can be joined again.</summary>
    Pause,
}
