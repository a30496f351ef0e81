using System.Buffers.Binary;

namespace PairSettle.Hal.Modbus;

/// <summary>
/// A frame of Modbus TCP: the MBAP header and a protocol data unit (MODBUS Messaging on TCP/IP Implementation Guide V1.0b, section 3.1).
/// </summary>
public readonly ref struct ModbusTcpFrame
{
    /// <summary>The length of the MBAP header in octets, unit identifier included.</summary>
    public const int HeaderLength = 7;

    /// <summary>The greatest length of a frame in octets.</summary>
    public const int MaxLength = HeaderLength + ModbusRequest.MaxPduLength;

    private ModbusTcpFrame(ushort transactionId, byte unit, ReadOnlySpan<byte> pdu)
    {
        TransactionId = transactionId;
        Unit = unit;
        Pdu = pdu;
    }

    /// <summary>The number by which a client matches answers to requests.</summary>
    public ushort TransactionId { get; }

    /// <summary>The unit identifier: the device behind a gateway, or 0 or 255 for the device itself.</summary>
    public byte Unit { get; }

    /// <summary>The protocol data unit: function code and data, 1 to 253 octets.</summary>
    public ReadOnlySpan<byte> Pdu { get; }

    /// <summary>Parses the first frame of a byte stream.</summary>
    /// <param name="source">What has been received so far; more frames may follow.</param>
    /// <param name="frame">The frame, a view on the source.</param>
    /// <param name="bytesConsumed">The length of the frame.</param>
    /// <param name="fault">
    /// Why there is no frame: <see cref="HalFault.FrameTruncated"/> asks for more bytes, anything else means that the stream is out of step for good.
    /// </param>
    /// <returns>Whether there is a whole frame.</returns>
    public static bool TryParse(ReadOnlySpan<byte> source, out ModbusTcpFrame frame, out int bytesConsumed, out HalFault fault)
    {
        frame = default;
        bytesConsumed = 0;
        fault = HalFault.FrameTruncated;
        if (source.Length < 4)
        {
            return false;
        }

        if (BinaryPrimitives.ReadUInt16BigEndian(source[2..]) != 0)
        {
            fault = HalFault.ProtocolIdentifierInvalid;
            return false;
        }

        if (source.Length < 6)
        {
            return false;
        }

        // The length counts the unit identifier and the protocol data unit, which is never empty.
        int length = BinaryPrimitives.ReadUInt16BigEndian(source[4..]);
        if (length is < 2 or > ModbusRequest.MaxPduLength + 1)
        {
            fault = HalFault.LengthFieldInvalid;
            return false;
        }

        if (source.Length < 6 + length)
        {
            return false;
        }

        frame = new(BinaryPrimitives.ReadUInt16BigEndian(source), source[6], source[HeaderLength..(6 + length)]);
        bytesConsumed = 6 + length;
        fault = HalFault.None;
        return true;
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="destination">Receives the frame.</param>
    /// <param name="transactionId">The transaction identifier.</param>
    /// <param name="unit">The unit identifier.</param>
    /// <param name="pdu">The protocol data unit, 1 to 253 octets.</param>
    /// <param name="bytesWritten">The length of the frame.</param>
    /// <returns>False when the destination is too small.</returns>
    public static bool TryWrite(Span<byte> destination, ushort transactionId, byte unit, ReadOnlySpan<byte> pdu, out int bytesWritten)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pdu.Length, 1, nameof(pdu));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pdu.Length, ModbusRequest.MaxPduLength, nameof(pdu));
        bytesWritten = 0;
        if (destination.Length < HeaderLength + pdu.Length)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt16BigEndian(destination, transactionId);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(destination[4..], (ushort)(pdu.Length + 1));
        destination[6] = unit;
        pdu.CopyTo(destination[HeaderLength..]);
        bytesWritten = HeaderLength + pdu.Length;
        return true;
    }
}
