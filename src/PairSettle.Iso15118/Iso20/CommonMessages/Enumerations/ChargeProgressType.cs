namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What is to happen to the transfer of energy.</summary>
public enum ChargeProgressType
{
    /// <summary>It starts.</summary>
    Start,

    /// <summary>It ends.</summary>
    Stop,

    /// <summary>It rests, ready to go on.</summary>
    Standby,

    /// <summary>The schedule is renegotiated.</summary>
    ScheduleRenegotiation,
}
