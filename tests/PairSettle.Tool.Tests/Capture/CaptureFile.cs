using System.Buffers.Binary;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>Writes capture files of both formats, in either byte order. Packet number n is captured n milliseconds after a fixed time.</summary>
internal static class CaptureFile
{
    public const long StartSeconds = 1_764_250_000;

    public static byte[] Pcap(IEnumerable<byte[]> packets, bool bigEndian = false, bool nanoseconds = false, uint linkType = 1)
    {
        var file = new Writer(bigEndian);
        file.U32(nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4).U16(2).U16(4).U32(0).U32(0).U32(262_144).U32(linkType);
        var n = 0u;
        foreach (var packet in packets)
        {
            file.U32((uint)StartSeconds).U32(n++ * (nanoseconds ? 1_000_000u : 1000u)).U32((uint)packet.Length).U32((uint)packet.Length).Raw(packet);
        }

        return file.ToArray();
    }

    public static byte[] PcapNg(
        IEnumerable<byte[]> packets, bool bigEndian = false, byte? resolution = null, byte[]? keyLog = null, ushort linkType = 1, bool simple = false)
    {
        var file = new Writer(bigEndian);
        file.Block(0x0A0D0D0A, b => b.U32(0x1A2B3C4D).U16(1).U16(0).U32(uint.MaxValue).U32(uint.MaxValue));
        file.Block(1, b =>
        {
            b.U16(linkType).U16(0).U32(0);
            b.U16(2).U16(4).Raw("eth0"u8);
            if (resolution is { } r)
            {
                b.U16(9).U16(1).Raw([r, 0, 0, 0]);
            }

            b.U16(0).U16(0);
        });
        if (keyLog is not null)
        {
            file.Block(10, b => b.U32(0x544C534B).U32((uint)keyLog.Length).Raw(keyLog));
        }

        file.Block(0x0BAD, b => b.U32(1));
        var ticksPerMs = resolution switch { 9 => 1_000_000UL, 0x8A => 1UL, _ => 1000UL };
        var perSecond = resolution == 0x8A ? 1024UL : ticksPerMs * 1000;
        var n = 0UL;
        foreach (var packet in packets)
        {
            var ticks = ((ulong)StartSeconds * perSecond) + (n++ * ticksPerMs);
            if (simple)
            {
                file.Block(3, b => b.U32((uint)packet.Length).Raw(packet));
            }
            else
            {
                file.Block(6, b => b.U32(0).U32((uint)(ticks >> 32)).U32((uint)ticks).U32((uint)packet.Length).U32((uint)packet.Length).Raw(packet));
            }
        }

        return file.ToArray();
    }

    private sealed class Writer(bool bigEndian)
    {
        private readonly List<byte> _octets = [];

        public byte[] ToArray() => [.. _octets];

        public Writer Raw(ReadOnlySpan<byte> octets)
        {
            _octets.AddRange(octets);
            return this;
        }

        public Writer U16(ushort value) => Number(value, 2);

        public Writer U32(uint value) => Number(value, 4);

        public Writer Block(uint type, Action<Writer> body)
        {
            var inner = new Writer(bigEndian);
            body(inner);
            while (inner._octets.Count % 4 != 0)
            {
                inner._octets.Add(0);
            }

            var length = (uint)inner._octets.Count + 12;
            return U32(type).U32(length).Raw(inner.ToArray()).U32(length);
        }

        private Writer Number(uint value, int size)
        {
            var octets = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(octets, value);
            var used = octets[(4 - size)..];
            if (!bigEndian)
            {
                Array.Reverse(used);
            }

            return Raw(used);
        }
    }
}
