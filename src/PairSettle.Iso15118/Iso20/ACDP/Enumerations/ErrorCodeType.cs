namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>What is wrong at a vehicle.</summary>
public enum ErrorCodeType
{
    /// <summary>Nothing.</summary>
    OK_NoEVError,

    /// <summary>Something that has no code.</summary>
    FAILED,

    /// <summary>An emergency.</summary>
    FAILED_EmergencyEvent,

    /// <summary>A breaker.</summary>
    FAILED_Breaker,

    /// <summary>The battery's temperature forbids charging.</summary>
    FAILED_RESSTemperatureInhibit,

    /// <summary>The battery.</summary>
    FAILED_RESS,

    /// <summary>The current differs from the one demanded.</summary>
    FAILED_ChargingCurrentDifferential,

    /// <summary>The voltage is out of range.</summary>
    FAILED_ChargingVoltageOutOfRange,

    /// <summary>Reserved.</summary>
    FAILED_Reserved1,

    /// <summary>Reserved.</summary>
    FAILED_Reserved2,
}
