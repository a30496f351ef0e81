using System.Buffers.Binary;

namespace PairSettle.Hal.Modbus;

/// <summary>
/// The header of a request protocol data unit: what is read or written, and where. The values of a write travel beside it as big-endian octets.
/// </summary>
public readonly record struct ModbusRequest
{
    /// <summary>The most registers that one read may ask for.</summary>
    public const int MaxReadCount = 125;

    /// <summary>The most registers that one write may carry.</summary>
    public const int MaxWriteCount = 123;

    /// <summary>The greatest length of a protocol data unit in octets.</summary>
    public const int MaxPduLength = 253;

    private ModbusRequest(ModbusFunction function, ushort address, int count)
    {
        Function = function;
        Address = address;
        Count = count;
    }

    /// <summary>The function.</summary>
    public ModbusFunction Function { get; }

    /// <summary>The first register, counted from 0 as on the wire.</summary>
    public ushort Address { get; }

    /// <summary>The number of registers.</summary>
    public int Count { get; }

    /// <summary>Whether the request reads.</summary>
    public bool IsRead => Function is ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters;

    /// <summary>A request that reads registers.</summary>
    /// <param name="function">A reading function.</param>
    /// <param name="address">The first register.</param>
    /// <param name="count">The number of registers, 1 to 125.</param>
    /// <returns>The request.</returns>
    public static ModbusRequest Read(ModbusFunction function, ushort address, int count)
    {
        if (function is not (ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters))
        {
            throw new ArgumentOutOfRangeException(nameof(function), function, "Not a function that reads registers.");
        }

        return Checked(function, address, count, MaxReadCount);
    }

    /// <summary>A request that writes one register.</summary>
    /// <param name="address">The register.</param>
    /// <returns>The request.</returns>
    public static ModbusRequest WriteSingle(ushort address) => new(ModbusFunction.WriteSingleRegister, address, 1);

    /// <summary>A request that writes several registers.</summary>
    /// <param name="address">The first register.</param>
    /// <param name="count">The number of registers, 1 to 123.</param>
    /// <returns>The request.</returns>
    public static ModbusRequest WriteMultiple(ushort address, int count) =>
        Checked(ModbusFunction.WriteMultipleRegisters, address, count, MaxWriteCount);

    /// <summary>Parses a request protocol data unit, strictly.</summary>
    /// <param name="pdu">The function code and its data, nothing after it.</param>
    /// <param name="request">The request.</param>
    /// <param name="values">The values that a write carries, two big-endian octets each; empty for a read.</param>
    /// <param name="refusal">What a server has to answer when the request is not valid.</param>
    /// <returns>Whether the request is valid.</returns>
    public static bool TryParse(
        ReadOnlySpan<byte> pdu, out ModbusRequest request, out ReadOnlySpan<byte> values, out ModbusExceptionCode refusal)
    {
        request = default;
        values = default;
        if (pdu.IsEmpty || !IsSupported((ModbusFunction)pdu[0]))
        {
            refusal = ModbusExceptionCode.IllegalFunction;
            return false;
        }

        refusal = ModbusExceptionCode.IllegalDataValue;
        if (pdu.Length < 5)
        {
            return false;
        }

        var function = (ModbusFunction)pdu[0];
        var address = BinaryPrimitives.ReadUInt16BigEndian(pdu[1..]);
        var second = BinaryPrimitives.ReadUInt16BigEndian(pdu[3..]);
        var count = function == ModbusFunction.WriteSingleRegister ? 1 : second;
        var isValid = function switch
        {
            ModbusFunction.WriteSingleRegister => pdu.Length == 5,
            ModbusFunction.WriteMultipleRegisters =>
                count is >= 1 and <= MaxWriteCount && pdu.Length == 6 + (2 * count) && pdu[5] == 2 * count,
            _ => count is >= 1 and <= MaxReadCount && pdu.Length == 5,
        };
        if (!isValid)
        {
            return false;
        }

        if (address + count > 0x1_0000)
        {
            refusal = ModbusExceptionCode.IllegalDataAddress;
            return false;
        }

        values = function switch
        {
            ModbusFunction.WriteSingleRegister => pdu[3..],
            ModbusFunction.WriteMultipleRegisters => pdu[6..],
            _ => default,
        };
        request = new(function, address, count);
        refusal = ModbusExceptionCode.None;
        return true;
    }

    /// <summary>Writes the protocol data unit.</summary>
    /// <param name="destination">Receives the protocol data unit.</param>
    /// <param name="values">The values of a write, two big-endian octets for each register; empty for a read.</param>
    /// <param name="bytesWritten">The length of the protocol data unit.</param>
    /// <returns>False when the destination is too small.</returns>
    /// <exception cref="ArgumentException">The values do not fit the request.</exception>
    public bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> values, out int bytesWritten)
    {
        if (values.Length != (IsRead ? 0 : 2 * Count))
        {
            throw new ArgumentException($"Expected {(IsRead ? 0 : 2 * Count)} octets, found {values.Length}.", nameof(values));
        }

        bytesWritten = 0;
        var length = Function == ModbusFunction.WriteMultipleRegisters ? 6 + values.Length : 5;
        if (destination.Length < length)
        {
            return false;
        }

        destination[0] = (byte)Function;
        BinaryPrimitives.WriteUInt16BigEndian(destination[1..], Address);
        if (Function == ModbusFunction.WriteSingleRegister)
        {
            values.CopyTo(destination[3..]);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(destination[3..], (ushort)Count);
        }

        if (Function == ModbusFunction.WriteMultipleRegisters)
        {
            destination[5] = (byte)values.Length;
            values.CopyTo(destination[6..]);
        }

        bytesWritten = length;
        return true;
    }

    /// <summary>The function and the registers, for messages to people.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Function} {Address}+{Count}";

    private static bool IsSupported(ModbusFunction function) => function
        is ModbusFunction.ReadHoldingRegisters or ModbusFunction.ReadInputRegisters
        or ModbusFunction.WriteSingleRegister or ModbusFunction.WriteMultipleRegisters;

    private static ModbusRequest Checked(ModbusFunction function, ushort address, int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address + count, 0x1_0000, nameof(count));
        return new(function, address, count);
    }
}
