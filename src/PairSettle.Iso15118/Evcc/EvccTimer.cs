namespace PairSettle.Iso15118.Evcc;

/// <summary>The timers of the vehicle; their times are in <see cref="Session.Timings"/>.</summary>
public enum EvccTimer
{
    /// <summary>V2G_EVCC_CommunicationSetup_Timeout.</summary>
    CommunicationSetup,

    /// <summary>V2G_EVCC_Msg_Timeout of the request that is out.</summary>
    Message,

    /// <summary>V2G_EVCC_Sequence_Performance_Time.</summary>
    Sequence,

    /// <summary>V2G_EVCC_Ongoing_Timeout.</summary>
    Ongoing,

    /// <summary>V2G_EVCC_CableCheck_Timeout.</summary>
    CableCheck,

    /// <summary>V2G_EVCC_PreCharge_Timeout.</summary>
    PreCharge,

    /// <summary>Until the next request of a loop.</summary>
    Pace,

    /// <summary>The contactor's confirmation.</summary>
    Contactor,
}
