using System.Buffers.Binary;

namespace PairSettle.Tool.Capture.Network;

/// <summary>A TCP segment.</summary>
internal readonly record struct TcpSegment(
    Endpoint Source, Endpoint Destination, uint Sequence, uint? Acknowledged, TcpFlags Flags, ReadOnlyMemory<byte> Payload)
{
    private const int Header = 20;

    public bool Has(TcpFlags flag) => (Flags & flag) != 0;

    public static bool TryParse(IpPacket packet, out TcpSegment segment)
    {
        segment = default;
        var span = packet.Payload.Span;
        if (packet.Protocol != IpPacket.Tcp || span.Length < Header)
        {
            return false;
        }

        var header = (span[12] >> 4) * 4;
        if (header < Header || header > span.Length)
        {
            return false;
        }

        var flags = (TcpFlags)span[13];
        segment = new(
            new(packet.Source, BinaryPrimitives.ReadUInt16BigEndian(span)),
            new(packet.Destination, BinaryPrimitives.ReadUInt16BigEndian(span[2..])),
            BinaryPrimitives.ReadUInt32BigEndian(span[4..]),
            (flags & TcpFlags.Ack) != 0 ? BinaryPrimitives.ReadUInt32BigEndian(span[8..]) : null,
            flags,
            packet.Payload[header..]);
        return true;
    }
}
