using System.Buffers.Binary;
using System.Net;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>Writes the packets of a car (fe80::1) and a charger (fe80::2), link layer and all.</summary>
internal sealed class Packets
{
    public const ushort CarPort = 49_152;
    public const ushort ChargerPort = 50_000;

    private static readonly IPAddress Car = IPAddress.Parse("fe80::1");
    private static readonly IPAddress Charger = IPAddress.Parse("fe80::2");
    private readonly uint[] _sequences = [0xFFFF_FFF0, 77];

    public List<byte[]> All { get; } = [];

    public static byte[] Frame(string hex) => Convert.FromHexString(hex);

    public static byte[] Ethernet(ushort etherType, ReadOnlySpan<byte> payload) =>
        [0x02, 0, 0, 0, 0, 0x02, 0x02, 0, 0, 0, 0, 0x01, (byte)(etherType >> 8), (byte)etherType, .. payload];

    public static byte[] Ipv6(bool fromCar, byte next, ReadOnlySpan<byte> payload)
    {
        byte[] header = [0x60, 0, 0, 0, (byte)(payload.Length >> 8), (byte)payload.Length, next, 64];
        var (from, to) = fromCar ? (Car, Charger) : (Charger, Car);
        return [.. header, .. from.GetAddressBytes(), .. to.GetAddressBytes(), .. payload];
    }

    public static byte[] TcpPacket(bool fromCar, uint sequence, uint acknowledged, byte flags, ReadOnlySpan<byte> payload, ushort carPort = CarPort)
    {
        var header = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(header, fromCar ? carPort : ChargerPort);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), fromCar ? ChargerPort : carPort);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), acknowledged);
        (header[12], header[13]) = (0x50, flags);
        return Ipv6(fromCar, 6, [.. header, .. payload]);
    }

    public static byte[] UdpPacket(bool fromCar, ushort from, ushort to, ReadOnlySpan<byte> payload)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt16BigEndian(header, from);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), to);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(8 + payload.Length));
        return Ipv6(fromCar, 17, [.. header, .. payload]);
    }

    public Packets Add(ushort etherType, byte[] payload)
    {
        All.Add(Ethernet(etherType, payload));
        return this;
    }

    public Packets Udp(bool fromCar, ushort from, ushort to, byte[] payload) => Add(0x86DD, UdpPacket(fromCar, from, to, payload));

    /// <summary>SYN, SYN and ACK, ACK. The car's sequence numbers wrap soon after.</summary>
    public Packets Open()
    {
        Segment(true, 0x02, []);
        Segment(false, 0x12, []);
        return Segment(true, 0x10, []);
    }

    /// <summary>Octets in one segment.</summary>
    public Packets Send(bool fromCar, ReadOnlySpan<byte> octets) => Segment(fromCar, 0x18, octets);

    /// <summary>Octets in segments of a given size.</summary>
    public Packets SendInPieces(bool fromCar, ReadOnlySpan<byte> octets, int size)
    {
        for (; !octets.IsEmpty; octets = octets[Math.Min(size, octets.Length)..])
        {
            Send(fromCar, octets[..Math.Min(size, octets.Length)]);
        }

        return this;
    }

    public Packets Close()
    {
        Segment(true, 0x11, []);
        return Segment(false, 0x11, []);
    }

    private Packets Segment(bool fromCar, byte flags, ReadOnlySpan<byte> octets)
    {
        var (own, other) = fromCar ? (0, 1) : (1, 0);
        Add(0x86DD, TcpPacket(fromCar, _sequences[own], _sequences[other], flags, octets));
        _sequences[own] = unchecked(_sequences[own] + (uint)octets.Length + ((flags & 0x03) != 0 ? 1u : 0u));
        return this;
    }
}
