using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Metering;

/// <summary>A register by which a device tells its model, and the codes that belong to a profile.</summary>
/// <param name="Register">The register.</param>
/// <param name="FirstCode">The first code of the profile.</param>
/// <param name="LastCode">The last code of the profile.</param>
public sealed record ModbusModelCheck(ModbusRegister Register, ulong FirstCode, ulong LastCode);
