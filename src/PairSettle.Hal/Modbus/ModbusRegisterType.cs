namespace PairSettle.Hal.Modbus;

/// <summary>How the bits of one or more registers are to be read.</summary>
public enum ModbusRegisterType
{
    /// <summary>One register, unsigned.</summary>
    UInt16,

    /// <summary>One register, two's complement.</summary>
    Int16,

    /// <summary>Two registers, unsigned.</summary>
    UInt32,

    /// <summary>Two registers, two's complement.</summary>
    Int32,

    /// <summary>Four registers, unsigned.</summary>
    UInt64,

    /// <summary>Four registers, two's complement.</summary>
    Int64,

    /// <summary>Two registers, IEEE 754 binary32.</summary>
    Float32,

    /// <summary>Four registers, IEEE 754 binary64.</summary>
    Float64,
}
