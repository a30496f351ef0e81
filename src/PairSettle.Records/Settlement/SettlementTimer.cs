namespace PairSettle.Records.Settlement;

/// <summary>The timers of both machines. Arming one that runs starts it anew.</summary>
public enum SettlementTimer
{
    /// <summary>The last message that waits for an answer is sent again.</summary>
    Resend,

    /// <summary>The peer has not brought the session to an agreement in time.</summary>
    Opening,

    /// <summary>A slice of time has passed without an acknowledgement.</summary>
    Slice,

    /// <summary>The last reading after the end of power did not come.</summary>
    FinalReading,

    /// <summary>The peer is taken for lost.</summary>
    PeerLost,
}
