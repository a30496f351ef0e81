namespace PairSettle.Iso15118.Secc;

/// <summary>The timers of the charger; their times are in <see cref="Session.Timings"/>.</summary>
public enum SeccTimer
{
    /// <summary>V2G_SECC_CommunicationSetup_Performance_Time.</summary>
    CommunicationSetup,

    /// <summary>V2G_SECC_Sequence_Timeout.</summary>
    Sequence,

    /// <summary>V2G_SECC_Msg_Performance_Time of the request that is being worked on.</summary>
    Performance,

    /// <summary>V2G_SECC_Ongoing_Performance_Time, or the wait for the customer.</summary>
    Ongoing,

    /// <summary>V2G_SECC_CableCheck_Performance_Time.</summary>
    CableCheck,

    /// <summary>The vehicle's change of the control pilot state.</summary>
    ControlPilot,

    /// <summary>The contactor's confirmation.</summary>
    Contactor,

    /// <summary>The vehicle's answer to StopCharging.</summary>
    StopGrace,

    /// <summary>The end of the connection after the last response.</summary>
    Close,
}
