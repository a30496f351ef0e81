namespace PairSettle.Hal.Modbus;

/// <summary>The function codes that this package speaks (MODBUS Application Protocol V1.1b3, section 6).</summary>
public enum ModbusFunction : byte
{
    /// <summary>Read holding registers (6.3).</summary>
    ReadHoldingRegisters = 3,

    /// <summary>Read input registers (6.4).</summary>
    ReadInputRegisters = 4,

    /// <summary>Write a single register (6.6).</summary>
    WriteSingleRegister = 6,

    /// <summary>Write multiple registers (6.12).</summary>
    WriteMultipleRegisters = 16,
}
