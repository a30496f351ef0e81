using System.Buffers.Binary;

namespace PairSettle.Tool.Capture.Files;

/// <summary>What an interface description block says: the link layer and the clock.</summary>
internal readonly record struct PcapNgInterface(LinkType LinkType, uint SnapLength, byte Resolution, long OffsetSeconds)
{
    private const byte Microseconds = 6;
    private const ushort ResolutionOption = 9;
    private const ushort OffsetOption = 14;

    /// <summary>Reads the block's body of at least eight octets. Options that do not fit end the reading of options and nothing else.</summary>
    public static PcapNgInterface Parse(ReadOnlySpan<byte> body, bool bigEndian)
    {
        var (resolution, offset) = (Microseconds, 0L);
        for (var options = body[8..]; options.Length >= 4;)
        {
            var code = Read16(options, bigEndian);
            var length = Read16(options[2..], bigEndian);
            var padded = 4 + ((length + 3) & ~3);
            if (code == 0 || padded > options.Length)
            {
                break;
            }

            if (code == ResolutionOption && length == 1)
            {
                resolution = options[4];
            }
            else if (code == OffsetOption && length == 8)
            {
                offset = bigEndian ? BinaryPrimitives.ReadInt64BigEndian(options[4..]) : BinaryPrimitives.ReadInt64LittleEndian(options[4..]);
            }

            options = options[padded..];
        }

        var snapLength = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(body[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
        return new((LinkType)Read16(body, bigEndian), snapLength, resolution, offset);
    }

    /// <summary>The nanoseconds since 1970 that a count of the interface's clock means, or null beyond what 64 bits hold.</summary>
    public long? ToNanoseconds(ulong ticks)
    {
        // The top bit chooses powers of two; the rest is the negative exponent.
        var exponent = Resolution & 0x7F;
        var perSecond = UInt128.One;
        if ((Resolution & 0x80) != 0)
        {
            perSecond <<= exponent;
        }
        else
        {
            // 10^38 is the largest power that fits; a count of 64 bits is zero seconds long before that.
            for (var i = 0; i < Math.Min(exponent, 38); i++)
            {
                perSecond *= 10;
            }
        }

        var nanoseconds = (Int128)((UInt128)ticks * 1_000_000_000 / perSecond) + ((Int128)OffsetSeconds * 1_000_000_000);
        return nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue ? (long)nanoseconds : null;
    }

    private static ushort Read16(ReadOnlySpan<byte> source, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(source) : BinaryPrimitives.ReadUInt16LittleEndian(source);
}
