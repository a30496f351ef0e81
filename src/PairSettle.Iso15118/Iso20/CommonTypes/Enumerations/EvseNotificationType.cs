namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the charger wants of the vehicle.</summary>
public enum EvseNotificationType
{
    /// <summary>Pause the session.</summary>
    Pause,

    /// <summary>Leave standby and draw power.</summary>
    ExitStandby,

    /// <summary>End the session.</summary>
    Terminate,

    /// <summary>Renegotiate the schedule.</summary>
    ScheduleRenegotiation,

    /// <summary>Renegotiate the services.</summary>
    ServiceRenegotiation,

    /// <summary>Confirm the meter reading.</summary>
    MeteringConfirmation,
}
