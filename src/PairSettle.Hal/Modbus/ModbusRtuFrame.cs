using System.Buffers.Binary;

namespace PairSettle.Hal.Modbus;

/// <summary>
/// A frame of Modbus RTU: unit, protocol data unit, CRC (MODBUS over Serial Line V1.02, section 2.5.1). On the wire a frame ends with silence,
/// so the codec takes exactly one whole frame; whoever reads the line finds the ends.
/// </summary>
public readonly ref struct ModbusRtuFrame
{
    /// <summary>The least length of a frame in octets: unit, function code, CRC.</summary>
    public const int MinLength = 4;

    /// <summary>The greatest length of a frame in octets.</summary>
    public const int MaxLength = 256;

    private ModbusRtuFrame(byte unit, ReadOnlySpan<byte> pdu)
    {
        Unit = unit;
        Pdu = pdu;
    }

    /// <summary>The address of the unit; 0 is the broadcast address.</summary>
    public byte Unit { get; }

    /// <summary>The protocol data unit: function code and data, 1 to 253 octets.</summary>
    public ReadOnlySpan<byte> Pdu { get; }

    /// <summary>Parses one frame.</summary>
    /// <param name="source">The octets between two silences.</param>
    /// <param name="frame">The frame, a view on the source.</param>
    /// <param name="fault">Why there is no frame.</param>
    /// <returns>Whether the octets are a frame with a matching CRC.</returns>
    public static bool TryParse(ReadOnlySpan<byte> source, out ModbusRtuFrame frame, out HalFault fault)
    {
        frame = default;
        fault = source.Length switch
        {
            < MinLength => HalFault.FrameTruncated,
            > MaxLength => HalFault.FrameTooLong,
            _ when ModbusCrc.Compute(source[..^2]) != BinaryPrimitives.ReadUInt16LittleEndian(source[^2..]) => HalFault.ChecksumMismatch,
            _ => HalFault.None,
        };
        if (fault != HalFault.None)
        {
            return false;
        }

        frame = new(source[0], source[1..^2]);
        return true;
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="destination">Receives the frame.</param>
    /// <param name="unit">The address of the unit.</param>
    /// <param name="pdu">The protocol data unit, 1 to 253 octets.</param>
    /// <param name="bytesWritten">The length of the frame.</param>
    /// <returns>False when the destination is too small.</returns>
    public static bool TryWrite(Span<byte> destination, byte unit, ReadOnlySpan<byte> pdu, out int bytesWritten)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pdu.Length, 1, nameof(pdu));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pdu.Length, ModbusRequest.MaxPduLength, nameof(pdu));
        bytesWritten = 0;
        var length = pdu.Length + 3;
        if (destination.Length < length)
        {
            return false;
        }

        destination[0] = unit;
        pdu.CopyTo(destination[1..]);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[(length - 2)..], ModbusCrc.Compute(destination[..(length - 2)]));
        bytesWritten = length;
        return true;
    }
}
