using System.Collections.Immutable;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Metering;

/// <summary>
/// The register map of a meter model, as data. The maps here hold only registers on which at least two independent public
/// implementations agree, unless a comment says otherwise; none was checked against a maker's document.
/// </summary>
public sealed record ModbusMeterProfile
{
    /// <summary>The maker and the model.</summary>
    public required string Name { get; init; }

    /// <summary>The quantities that the meter reports. Import and power are required.</summary>
    public required ImmutableDictionary<MeterQuantity, ScaledRegister> Quantities { get; init; }

    /// <summary>The register of the serial number, or null where the map has none.</summary>
    public ModbusRegister? SerialNumber { get; init; }

    /// <summary>The register that tells the model, or null where the map has none.</summary>
    public ModbusModelCheck? Model { get; init; }

    /// <summary>The most registers that the meter serves at once.</summary>
    public int MaxBlock { get; init; } = ModbusRequest.MaxReadCount;

    /// <summary>How many unused registers may be read to save a request.</summary>
    public int MaxGap { get; init; }

    /// <summary>
    /// Eastron SDM630: float32 input registers, most significant word first, energy in kWh.
    /// Sources: volkszaehler/mbmd rs485/sdm.go, EVerest GenericPowermeter, nymea-plugins-modbus.
    /// </summary>
    public static ModbusMeterProfile EastronSdm630 { get; } = new()
    {
        Name = "Eastron SDM630",
        Quantities = EastronQuantities(),
    };

    /// <summary>
    /// Eastron SDM72DM-V2: float32 input registers, most significant word first, energy in kWh.
    /// Sources: volkszaehler/mbmd rs485/sdm72v2.go, EVerest GenericPowermeter.
    /// </summary>
    public static ModbusMeterProfile EastronSdm72DmV2 { get; } = new()
    {
        Name = "Eastron SDM72DM-V2",
        Quantities = EastronQuantities(),
    };

    /// <summary>
    /// Carlo Gavazzi EM24 with Ethernet (EM24_E1): int32 input registers, least significant word first, energy in 0.1 kWh. The RS-485 model
    /// has another map. Sources: volkszaehler/mbmd and victronenergy/dbus-modbus-client; identification code also in EVerest.
    /// </summary>
    public static ModbusMeterProfile CarloGavazziEm24E1 { get; } = new()
    {
        Name = "Carlo Gavazzi EM24 E1",
        Quantities = new Dictionary<MeterQuantity, ScaledRegister>
        {
            [MeterQuantity.ImportWh] = SwappedInput(52, 2),
            [MeterQuantity.ExportWh] = SwappedInput(78, 2),
            [MeterQuantity.PowerW] = SwappedInput(40, -1),
            [MeterQuantity.VoltageL1Mv] = SwappedInput(0, 2),
            [MeterQuantity.VoltageL2Mv] = SwappedInput(2, 2),
            [MeterQuantity.VoltageL3Mv] = SwappedInput(4, 2),
            [MeterQuantity.CurrentL1Ma] = SwappedInput(12, 0),
            [MeterQuantity.CurrentL2Ma] = SwappedInput(14, 0),
            [MeterQuantity.CurrentL3Ma] = SwappedInput(16, 0),
        }.ToImmutableDictionary(),
        Model = new(
            new ModbusRegister(ModbusFunction.ReadInputRegisters, 11, ModbusRegisterType.UInt16) { IsAlone = true }, 1648, 1653),
    };

    /// <summary>
    /// ABB B21, B23 and B24: integer holding registers, most significant word first, energy in 0.01 kWh, all-ones (int32: 0x7FFFFFFF) for
    /// absent values. Sources: volkszaehler/mbmd and victronenergy/dbus-modbus-client; the serial number has the second source only.
    /// </summary>
    public static ModbusMeterProfile AbbB23 { get; } = new()
    {
        Name = "ABB B21/B23/B24",
        Quantities = new Dictionary<MeterQuantity, ScaledRegister>
        {
            [MeterQuantity.ImportWh] = Holding(0x5000, ModbusRegisterType.UInt64, 1, ulong.MaxValue),
            [MeterQuantity.ExportWh] = Holding(0x5004, ModbusRegisterType.UInt64, 1, ulong.MaxValue),
            [MeterQuantity.PowerW] = Holding(0x5B14, ModbusRegisterType.Int32, -2, int.MaxValue),
            [MeterQuantity.VoltageL1Mv] = Holding(0x5B00, ModbusRegisterType.UInt32, 2, uint.MaxValue),
            [MeterQuantity.VoltageL2Mv] = Holding(0x5B02, ModbusRegisterType.UInt32, 2, uint.MaxValue),
            [MeterQuantity.VoltageL3Mv] = Holding(0x5B04, ModbusRegisterType.UInt32, 2, uint.MaxValue),
            [MeterQuantity.CurrentL1Ma] = Holding(0x5B0C, ModbusRegisterType.UInt32, 1, uint.MaxValue),
            [MeterQuantity.CurrentL2Ma] = Holding(0x5B0E, ModbusRegisterType.UInt32, 1, uint.MaxValue),
            [MeterQuantity.CurrentL3Ma] = Holding(0x5B10, ModbusRegisterType.UInt32, 1, uint.MaxValue),
        }.ToImmutableDictionary(),
        SerialNumber = new(ModbusFunction.ReadHoldingRegisters, 0x8900, ModbusRegisterType.UInt32),
    };

    /// <summary>All profiles of the package.</summary>
    public static ImmutableArray<ModbusMeterProfile> All { get; } = [EastronSdm630, EastronSdm72DmV2, CarloGavazziEm24E1, AbbB23];

    private static ImmutableDictionary<MeterQuantity, ScaledRegister> EastronQuantities() =>
        new Dictionary<MeterQuantity, ScaledRegister>
        {
            [MeterQuantity.ImportWh] = FloatInput(72, 3),
            [MeterQuantity.ExportWh] = FloatInput(74, 3),
            [MeterQuantity.PowerW] = FloatInput(52, 0),
            [MeterQuantity.VoltageL1Mv] = FloatInput(0, 3),
            [MeterQuantity.VoltageL2Mv] = FloatInput(2, 3),
            [MeterQuantity.VoltageL3Mv] = FloatInput(4, 3),
            [MeterQuantity.CurrentL1Ma] = FloatInput(6, 3),
            [MeterQuantity.CurrentL2Ma] = FloatInput(8, 3),
            [MeterQuantity.CurrentL3Ma] = FloatInput(10, 3),
        }.ToImmutableDictionary();

    private static ScaledRegister FloatInput(ushort address, int exponent) =>
        new(new(ModbusFunction.ReadInputRegisters, address, ModbusRegisterType.Float32), exponent);

    private static ScaledRegister SwappedInput(ushort address, int exponent) => new(
        new(ModbusFunction.ReadInputRegisters, address, ModbusRegisterType.Int32, ModbusWordOrder.LeastSignificantFirst), exponent);

    private static ScaledRegister Holding(ushort address, ModbusRegisterType type, int exponent, ulong absentBits) =>
        new(new(ModbusFunction.ReadHoldingRegisters, address, type), exponent, absentBits);
}
