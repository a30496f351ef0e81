using System.Buffers.Binary;

namespace PairSettle.Tool.Capture.Network;

/// <summary>A UDP datagram.</summary>
internal readonly record struct UdpDatagram(Endpoint Source, Endpoint Destination, ReadOnlyMemory<byte> Payload)
{
    private const int Header = 8;

    public static bool TryParse(IpPacket packet, out UdpDatagram datagram)
    {
        datagram = default;
        var span = packet.Payload.Span;
        if (packet.Protocol != IpPacket.Udp || span.Length < Header)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(span[4..]);
        if (length < Header)
        {
            return false;
        }

        datagram = new(
            new(packet.Source, BinaryPrimitives.ReadUInt16BigEndian(span)),
            new(packet.Destination, BinaryPrimitives.ReadUInt16BigEndian(span[2..])),
            packet.Payload[Header..Math.Min(length, span.Length)]);
        return true;
    }
}
