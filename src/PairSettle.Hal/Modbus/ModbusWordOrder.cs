namespace PairSettle.Hal.Modbus;

/// <summary>The order of the 16-bit registers of a longer value. The octets inside a register are always big-endian.</summary>
public enum ModbusWordOrder
{
    /// <summary>The most significant register has the lowest address, as nearly all makers do it.</summary>
    MostSignificantFirst,

    /// <summary>The least significant register has the lowest address, as Carlo Gavazzi does it.</summary>
    LeastSignificantFirst,
}
