namespace PairSettle.Hal.Modbus;

/// <summary>The exception codes that a server answers with (MODBUS Application Protocol V1.1b3, section 7).</summary>
public enum ModbusExceptionCode : byte
{
    /// <summary>No exception.</summary>
    None = 0,

    /// <summary>The function is not supported.</summary>
    IllegalFunction = 1,

    /// <summary>A register of the range does not exist.</summary>
    IllegalDataAddress = 2,

    /// <summary>The count, the length or the value is not permitted.</summary>
    IllegalDataValue = 3,

    /// <summary>The device failed while it worked on the request.</summary>
    ServerDeviceFailure = 4,

    /// <summary>The request is accepted and will take long.</summary>
    Acknowledge = 5,

    /// <summary>The device is busy.</summary>
    ServerDeviceBusy = 6,

    /// <summary>The device found a parity error in its memory.</summary>
    MemoryParityError = 8,

    /// <summary>The gateway has no path to the unit.</summary>
    GatewayPathUnavailable = 10,

    /// <summary>The unit behind the gateway did not answer.</summary>
    GatewayTargetFailedToRespond = 11,
}
