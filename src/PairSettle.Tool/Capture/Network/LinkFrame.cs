using System.Buffers.Binary;
using PairSettle.Hal.Ethernet;
using PairSettle.Tool.Capture.Files;

namespace PairSettle.Tool.Capture.Network;

/// <summary>What is inside a packet of any link layer: the EtherType and the octets after the link's own header.</summary>
internal readonly record struct LinkFrame(ushort EtherType, ReadOnlyMemory<byte> Payload, MacAddress Source, MacAddress Destination)
{
    public const ushort IPv4 = 0x0800;
    public const ushort IPv6 = 0x86DD;
    public const ushort HomePlug = 0x88E1;

    private const int EthernetHeader = 14;

    /// <summary>Whether packets of this link layer can be read.</summary>
    public static bool IsSupported(LinkType type) => Enum.IsDefined(type);

    /// <summary>Takes the link's header off.</summary>
    /// <returns>False where the packet is too short for it.</returns>
    public static bool TryParse(LinkType type, ReadOnlyMemory<byte> packet, out LinkFrame frame)
    {
        frame = default;
        var span = packet.Span;
        switch (type)
        {
            case LinkType.Ethernet:
                return TryParseEthernet(packet, out frame);
            case LinkType.LinuxCooked when span.Length >= 16:
                frame = Unwrap(BinaryPrimitives.ReadUInt16BigEndian(span[14..]), packet[16..], MacOf(span[4..], span[6..]), default);
                return true;
            case LinkType.LinuxCooked2 when span.Length >= 20:
                frame = Unwrap(BinaryPrimitives.ReadUInt16BigEndian(span), packet[20..], span[11] == 6 ? MacAt(span[12..]) : default, default);
                return true;
            case LinkType.Null or LinkType.Loop when span.Length >= 4:
                // The family's number differs from system to system, the version in the packet does not; its order is then no matter.
                return TryParseIp(packet[4..], out frame);
            case LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd or LinkType.IPv4 or LinkType.IPv6:
                return TryParseIp(packet, out frame);
            default:
                return false;
        }
    }

    private static bool TryParseEthernet(ReadOnlyMemory<byte> packet, out LinkFrame frame)
    {
        frame = default;
        var span = packet.Span;
        if (span.Length < EthernetHeader)
        {
            return false;
        }

        frame = Unwrap(BinaryPrimitives.ReadUInt16BigEndian(span[12..]), packet[EthernetHeader..], MacAt(span[6..]), MacAt(span));
        return true;
    }

    private static bool TryParseIp(ReadOnlyMemory<byte> packet, out LinkFrame frame)
    {
        var version = packet.IsEmpty ? 0 : packet.Span[0] >> 4;
        frame = new(version == 4 ? IPv4 : IPv6, packet, default, default);
        return version is 4 or 6;
    }

    // VLAN tags of customers (802.1Q), of providers (802.1ad) and of older switches, one inside the other.
    private static LinkFrame Unwrap(ushort etherType, ReadOnlyMemory<byte> payload, MacAddress source, MacAddress destination)
    {
        while (etherType is 0x8100 or 0x88A8 or 0x9100 && payload.Length >= 4)
        {
            etherType = BinaryPrimitives.ReadUInt16BigEndian(payload.Span[2..]);
            payload = payload[4..];
        }

        return new(etherType, payload, source, destination);
    }

    private static MacAddress MacOf(ReadOnlySpan<byte> length, ReadOnlySpan<byte> address) =>
        BinaryPrimitives.ReadUInt16BigEndian(length) == 6 ? MacAt(address) : default;

    private static MacAddress MacAt(ReadOnlySpan<byte> octets) => MacAddress.TryRead(octets, out var address) ? address : default;
}
