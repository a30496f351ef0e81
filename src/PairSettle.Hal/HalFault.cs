namespace PairSettle.Hal;

/// <summary>
/// Every way in which a device, a bus or a frame can fail. The value is the number of the published code (<c>HAL2003</c>);
/// numbers are never used again for something else. docs/formats/hal-codes.md lists them.
/// </summary>
public enum HalFault
{
    /// <summary>Nothing failed.</summary>
    None = 0,

    /// <summary>The connection could not be established.</summary>
    ConnectFailed = 2001,

    /// <summary>The connection was lost before the answer was complete.</summary>
    Disconnected = 2002,

    /// <summary>No answer came before the deadline.</summary>
    DeadlineExceeded = 2003,

    /// <summary>The frame ends before its own end; on a stream, more bytes may complete it.</summary>
    FrameTruncated = 2010,

    /// <summary>The frame is longer than the protocol permits, or bytes follow its end.</summary>
    FrameTooLong = 2011,

    /// <summary>The protocol identifier of the MBAP header is not zero.</summary>
    ProtocolIdentifierInvalid = 2012,

    /// <summary>The length field of the MBAP header is outside 2 to 254.</summary>
    LengthFieldInvalid = 2013,

    /// <summary>The CRC of a serial frame does not match.</summary>
    ChecksumMismatch = 2014,

    /// <summary>The answer names another unit than the one that was asked.</summary>
    UnitMismatch = 2015,

    /// <summary>The answer names another function than the one that was asked.</summary>
    FunctionMismatch = 2016,

    /// <summary>The answer carries another number of registers than were asked for.</summary>
    ByteCountMismatch = 2017,

    /// <summary>The answer to a write does not repeat the address, value or count that was written.</summary>
    EchoMismatch = 2018,

    /// <summary>The exception code of an exception answer is not one that the protocol defines.</summary>
    ExceptionCodeUnknown = 2019,

    /// <summary>Modbus exception 1: the device does not support the function.</summary>
    IllegalFunction = 2021,

    /// <summary>Modbus exception 2: the device has no such register.</summary>
    IllegalDataAddress = 2022,

    /// <summary>Modbus exception 3: the device does not accept the count or the value.</summary>
    IllegalDataValue = 2023,

    /// <summary>Modbus exception 4: the device failed while it worked on the request.</summary>
    ServerDeviceFailure = 2024,

    /// <summary>Modbus exception 5: the device accepted the request but needs long for it.</summary>
    Acknowledge = 2025,

    /// <summary>Modbus exception 6: the device is busy.</summary>
    ServerDeviceBusy = 2026,

    /// <summary>Modbus exception 8: the device found a parity error in its memory.</summary>
    MemoryParityError = 2028,

    /// <summary>Modbus exception 10: the gateway has no path to the unit.</summary>
    GatewayPathUnavailable = 2030,

    /// <summary>Modbus exception 11: the unit behind the gateway did not answer.</summary>
    GatewayTargetFailedToRespond = 2031,

    /// <summary>The meter marks a value as not available, or it is not a number.</summary>
    MeterValueAbsent = 2040,

    /// <summary>A value of the meter does not fit its quantity: a negative counter, or an overflow.</summary>
    MeterValueOutOfRange = 2041,

    /// <summary>The serial number that the meter reports is not the expected one.</summary>
    MeterSerialNumberMismatch = 2042,

    /// <summary>The device identifies itself as another model than the profile describes.</summary>
    MeterModelMismatch = 2043,

    /// <summary>The control pilot's low level is not about -12 V: the vehicle's diode is missing or shorted.</summary>
    PilotDiodeFault = 2050,

    /// <summary>The control pilot is shorted or its level is outside every band.</summary>
    PilotLevelFault = 2051,

    /// <summary>The host was silent for longer than the watchdog allows; the device went to its safe state.</summary>
    HostSilent = 2052,

    /// <summary>The contactor was permitted to close and did not.</summary>
    ContactorFailedToClose = 2060,

    /// <summary>The contactor was ordered to open and did not.</summary>
    ContactorWelded = 2061,

    /// <summary>The contactor refuses to close while a fault is latched.</summary>
    ContactorLockedOut = 2062,
}
