namespace PairSettle.Hal.Modbus;

/// <summary>Registers that are read by one request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Offset">Where the registers lie in the image of the plan.</param>
public readonly record struct ModbusReadBlock(ModbusRequest Request, int Offset);
