using System.Buffers.Binary;
using System.Net;

namespace PairSettle.Tool.Capture.Network;

/// <summary>An IPv4 or IPv6 packet without its headers. Checksums are not looked at: captures on the sender's own machine lack them.</summary>
internal readonly record struct IpPacket(IPAddress Source, IPAddress Destination, byte Protocol, bool IsFragment, ReadOnlyMemory<byte> Payload)
{
    public const byte Tcp = 6;
    public const byte Udp = 17;

    private const int IPv4Header = 20;
    private const int IPv6Header = 40;

    /// <summary>Takes all headers off, extension headers included, and the padding of the link behind the packet.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> octets, out IpPacket packet)
    {
        packet = default;
        return octets.IsEmpty ? false : (octets.Span[0] >> 4) switch
        {
            4 => TryParse4(octets, out packet),
            6 => TryParse6(octets, out packet),
            _ => false,
        };
    }

    private static bool TryParse4(ReadOnlyMemory<byte> octets, out IpPacket packet)
    {
        packet = default;
        var span = octets.Span;
        var header = (span[0] & 0x0F) * 4;
        if (header < IPv4Header || span.Length < header)
        {
            return false;
        }

        // Zero where the network card was to cut a longer packet into pieces.
        int total = BinaryPrimitives.ReadUInt16BigEndian(span[2..]);
        var end = total == 0 ? span.Length : Math.Min(total, span.Length);
        if (end < header)
        {
            return false;
        }

        // More fragments, or an offset.
        var isFragment = (BinaryPrimitives.ReadUInt16BigEndian(span[6..]) & 0x3FFF) != 0;
        packet = new(new(span.Slice(12, 4)), new(span.Slice(16, 4)), span[9], isFragment, octets[header..end]);
        return true;
    }

    private static bool TryParse6(ReadOnlyMemory<byte> octets, out IpPacket packet)
    {
        packet = default;
        var span = octets.Span;
        if (span.Length < IPv6Header)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(span[4..]);
        var end = length == 0 ? span.Length : Math.Min(IPv6Header + length, span.Length);
        var (next, at, isFragment) = (span[6], IPv6Header, false);

        // Hop-by-hop, routing, fragment, authentication, destination options, mobility, HIP and shim6: each names the next and its own
        // length, so every step goes forward by eight octets at least.
        while (next is 0 or 43 or 44 or 51 or 60 or 135 or 139 or 140)
        {
            if (end - at < 8)
            {
                return false;
            }

            var size = next switch
            {
                44 => 8,
                51 => (span[at + 1] + 2) * 4,
                _ => (span[at + 1] + 1) * 8,
            };
            isFragment |= next == 44 && (BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]) & 0xFFF9) != 0;
            next = span[at];
            at += size;
            if (at > end)
            {
                return false;
            }
        }

        packet = new(new(span.Slice(8, 16)), new(span.Slice(24, 16)), next, isFragment, octets[at..end]);
        return true;
    }
}
