namespace PairSettle.Hal.Modbus;

/// <summary>Where a value lies in the register map of a device, and how its bits are to be read.</summary>
/// <param name="Function">The function that reads it.</param>
/// <param name="Address">Its first register, counted from 0 as on the wire.</param>
/// <param name="Type">Its type.</param>
/// <param name="WordOrder">The order of its registers.</param>
public readonly record struct ModbusRegister(
    ModbusFunction Function,
    ushort Address,
    ModbusRegisterType Type,
    ModbusWordOrder WordOrder = ModbusWordOrder.MostSignificantFirst)
{
    /// <summary>Whether the device refuses to read it together with its neighbours.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The number of registers that the value takes.</summary>
    public int Count => Type switch
    {
        ModbusRegisterType.UInt16 or ModbusRegisterType.Int16 => 1,
        ModbusRegisterType.UInt32 or ModbusRegisterType.Int32 or ModbusRegisterType.Float32 => 2,
        _ => 4,
    };

    /// <summary>Puts the registers together.</summary>
    /// <param name="registers">The registers of the value, lowest address first.</param>
    /// <returns>The bits of the value, right-aligned.</returns>
    public ulong ReadBits(ReadOnlySpan<ushort> registers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(registers.Length, Count, nameof(registers));
        ulong bits = 0;
        for (var i = 0; i < registers.Length; i++)
        {
            bits = bits << 16 | registers[WordOrder == ModbusWordOrder.MostSignificantFirst ? i : registers.Length - 1 - i];
        }

        return bits;
    }

    /// <summary>Takes the bits of a value apart into registers.</summary>
    /// <param name="bits">The bits of the value, right-aligned.</param>
    /// <param name="registers">Receives the registers, lowest address first.</param>
    public void WriteBits(ulong bits, Span<ushort> registers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(registers.Length, Count, nameof(registers));
        for (var i = registers.Length - 1; i >= 0; i--)
        {
            registers[WordOrder == ModbusWordOrder.MostSignificantFirst ? i : registers.Length - 1 - i] = unchecked((ushort)bits);
            bits >>= 16;
        }
    }
}
