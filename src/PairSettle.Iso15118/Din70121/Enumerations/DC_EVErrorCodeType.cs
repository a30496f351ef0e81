namespace PairSettle.Iso15118.Din70121;

/// <summary>What is wrong with a vehicle that charges with DC.</summary>
public enum DC_EVErrorCodeType
{
    /// <summary>Nothing.</summary>
    NO_ERROR,

    /// <summary>The battery's temperature does not allow charging.</summary>
    FAILED_RESSTemperatureInhibit,

    /// <summary>The vehicle is not in park.</summary>
    FAILED_EVShiftPosition,

    /// <summary>The connector is not locked.</summary>
    FAILED_ChargerConnectorLockFault,

    /// <summary>The battery has a fault.</summary>
    FAILED_EVRESSMalfunction,

    /// <summary>The current differs from what was demanded.</summary>
    FAILED_ChargingCurrentdifferential,

    /// <summary>The voltage is outside the range allowed.</summary>
    FAILED_ChargingVoltageOutOfRange,

    /// <summary>Reserved.</summary>
    Reserved_A,

    /// <summary>Reserved.</summary>
    Reserved_B,

    /// <summary>Reserved.</summary>
    Reserved_C,

    /// <summary>Charger and vehicle do not fit together.</summary>
    FAILED_ChargingSystemIncompatibility,

    /// <summary>Not known.</summary>
    NoData,
}
