namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>An electrical state of an automatic connection device.</summary>
public enum ElectricalChargingDeviceStatusType
{
    /// <summary>State A: not connected.</summary>
    State_A,

    /// <summary>State B: connected, not ready.</summary>
    State_B,

    /// <summary>State C: ready.</summary>
    State_C,

    /// <summary>State D: ready, with ventilation.</summary>
    State_D,
}
