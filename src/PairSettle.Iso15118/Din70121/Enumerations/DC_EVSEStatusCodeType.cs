namespace PairSettle.Iso15118.Din70121;

/// <summary>The state of a DC charger.</summary>
public enum DC_EVSEStatusCodeType
{
    /// <summary>Not ready to charge.</summary>
    EVSE_NotReady,

    /// <summary>Ready to charge, or charging.</summary>
    EVSE_Ready,

    /// <summary>Somebody ended charging at the charger in the regular way.</summary>
    EVSE_Shutdown,

    /// <summary>The grid operator asked for an interruption.</summary>
    EVSE_UtilityInterruptEvent,

    /// <summary>The insulation test runs.</summary>
    EVSE_IsolationMonitoringActive,

    /// <summary>Charging ended in an emergency.</summary>
    EVSE_EmergencyShutdown,

    /// <summary>The charger has a fault.</summary>
    EVSE_Malfunction,

    /// <summary>Reserved.</summary>
    Reserved_8,

    /// <summary>Reserved.</summary>
    Reserved_9,

    /// <summary>Reserved.</summary>
    Reserved_A,

    /// <summary>Reserved.</summary>
    Reserved_B,

    /// <summary>Reserved.</summary>
    Reserved_C,
}
