using System.Buffers.Binary;

namespace PairSettle.Hal.Modbus;

/// <summary>A response protocol data unit that was checked against its request.</summary>
public readonly ref struct ModbusResponse
{
    private const byte ExceptionFlag = 0x80;

    private ModbusResponse(ModbusExceptionCode exception, ReadOnlySpan<byte> registers)
    {
        Exception = exception;
        Registers = registers;
    }

    /// <summary>The exception that the server answered with, or <see cref="ModbusExceptionCode.None"/>.</summary>
    public ModbusExceptionCode Exception { get; }

    /// <summary>The registers that were read, two big-endian octets each; empty for a write and for an exception.</summary>
    public ReadOnlySpan<byte> Registers { get; }

    /// <summary>Parses a response and checks that it answers the request: function, byte count, echoed address, value and count.</summary>
    /// <param name="pdu">The function code and its data, nothing after it.</param>
    /// <param name="request">The request that was sent.</param>
    /// <param name="values">The values that a write carried.</param>
    /// <param name="response">The response.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <returns>Whether the response is well formed and answers the request; true for an exception too.</returns>
    public static bool TryParse(
        ReadOnlySpan<byte> pdu, ModbusRequest request, ReadOnlySpan<byte> values, out ModbusResponse response, out HalFault fault)
    {
        response = default;
        if (pdu.IsEmpty)
        {
            fault = HalFault.FrameTruncated;
            return false;
        }

        if ((pdu[0] & ~ExceptionFlag) != (byte)request.Function)
        {
            fault = HalFault.FunctionMismatch;
            return false;
        }

        if ((pdu[0] & ExceptionFlag) != 0)
        {
            fault = CheckException(pdu);
            response = fault == HalFault.None ? new((ModbusExceptionCode)pdu[1], default) : default;
        }
        else if (request.IsRead)
        {
            fault = CheckRead(pdu, request);
            response = fault == HalFault.None ? new(ModbusExceptionCode.None, pdu[2..]) : default;
        }
        else
        {
            fault = CheckEcho(pdu, request, values);
        }

        return fault == HalFault.None;
    }

    /// <summary>Writes the response to a read.</summary>
    /// <param name="destination">Receives the protocol data unit.</param>
    /// <param name="request">The request.</param>
    /// <param name="registers">The registers, two big-endian octets each.</param>
    /// <param name="bytesWritten">The length of the protocol data unit.</param>
    /// <returns>False when the destination is too small.</returns>
    public static bool TryWriteRead(Span<byte> destination, ModbusRequest request, ReadOnlySpan<byte> registers, out int bytesWritten)
    {
        if (!request.IsRead || registers.Length != 2 * request.Count)
        {
            throw new ArgumentException($"{request} is not answered with {registers.Length} octets.", nameof(registers));
        }

        bytesWritten = 0;
        if (destination.Length < 2 + registers.Length)
        {
            return false;
        }

        destination[0] = (byte)request.Function;
        destination[1] = (byte)registers.Length;
        registers.CopyTo(destination[2..]);
        bytesWritten = 2 + registers.Length;
        return true;
    }

    /// <summary>Writes the response to a write.</summary>
    /// <param name="destination">Receives the protocol data unit.</param>
    /// <param name="request">The request.</param>
    /// <param name="values">The values that it carried.</param>
    /// <param name="bytesWritten">The length of the protocol data unit.</param>
    /// <returns>False when the destination is too small.</returns>
    public static bool TryWriteEcho(Span<byte> destination, ModbusRequest request, ReadOnlySpan<byte> values, out int bytesWritten)
    {
        if (request.IsRead || values.Length != 2 * request.Count)
        {
            throw new ArgumentException($"{request} does not carry {values.Length} octets.", nameof(values));
        }

        bytesWritten = 0;
        if (destination.Length < 5)
        {
            return false;
        }

        destination[0] = (byte)request.Function;
        BinaryPrimitives.WriteUInt16BigEndian(destination[1..], request.Address);
        if (request.Function == ModbusFunction.WriteSingleRegister)
        {
            values.CopyTo(destination[3..]);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(destination[3..], (ushort)request.Count);
        }

        bytesWritten = 5;
        return true;
    }

    /// <summary>Writes an exception response.</summary>
    /// <param name="destination">Receives the protocol data unit.</param>
    /// <param name="function">The function code as it was received, known or not.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="bytesWritten">The length of the protocol data unit.</param>
    /// <returns>False when the destination is too small.</returns>
    public static bool TryWriteException(Span<byte> destination, byte function, ModbusExceptionCode exception, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < 2)
        {
            return false;
        }

        destination[0] = (byte)(function | ExceptionFlag);
        destination[1] = (byte)exception;
        bytesWritten = 2;
        return true;
    }

    /// <summary>The fault that an exception code stands for.</summary>
    internal static HalFault ToFault(ModbusExceptionCode exception) => exception switch
    {
        ModbusExceptionCode.None => HalFault.None,
        ModbusExceptionCode.IllegalFunction => HalFault.IllegalFunction,
        ModbusExceptionCode.IllegalDataAddress => HalFault.IllegalDataAddress,
        ModbusExceptionCode.IllegalDataValue => HalFault.IllegalDataValue,
        ModbusExceptionCode.ServerDeviceFailure => HalFault.ServerDeviceFailure,
        ModbusExceptionCode.Acknowledge => HalFault.Acknowledge,
        ModbusExceptionCode.ServerDeviceBusy => HalFault.ServerDeviceBusy,
        ModbusExceptionCode.MemoryParityError => HalFault.MemoryParityError,
        ModbusExceptionCode.GatewayPathUnavailable => HalFault.GatewayPathUnavailable,
        ModbusExceptionCode.GatewayTargetFailedToRespond => HalFault.GatewayTargetFailedToRespond,
        _ => HalFault.ExceptionCodeUnknown,
    };

    private static HalFault CheckException(ReadOnlySpan<byte> pdu) => pdu.Length switch
    {
        < 2 => HalFault.FrameTruncated,
        > 2 => HalFault.FrameTooLong,
        _ when pdu[1] == 0 || ToFault((ModbusExceptionCode)pdu[1]) == HalFault.ExceptionCodeUnknown => HalFault.ExceptionCodeUnknown,
        _ => HalFault.None,
    };

    private static HalFault CheckRead(ReadOnlySpan<byte> pdu, ModbusRequest request)
    {
        if (pdu.Length < 2)
        {
            return HalFault.FrameTruncated;
        }

        return pdu[1] != 2 * request.Count ? HalFault.ByteCountMismatch : CheckLength(pdu, 2 + pdu[1]);
    }

    private static HalFault CheckEcho(ReadOnlySpan<byte> pdu, ModbusRequest request, ReadOnlySpan<byte> values)
    {
        Span<byte> expected = stackalloc byte[5];
        TryWriteEcho(expected, request, values, out _);
        var length = CheckLength(pdu, expected.Length);
        return length != HalFault.None ? length : pdu.SequenceEqual(expected) ? HalFault.None : HalFault.EchoMismatch;
    }

    private static HalFault CheckLength(ReadOnlySpan<byte> pdu, int expected) =>
        pdu.Length < expected ? HalFault.FrameTruncated : pdu.Length > expected ? HalFault.FrameTooLong : HalFault.None;
}
