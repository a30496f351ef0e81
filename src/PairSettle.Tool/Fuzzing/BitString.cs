namespace PairSettle.Tool.Fuzzing;

/// <summary>Streams as bits, since their fields do not stand on octets.</summary>
internal static class BitString
{
    /// <summary>Joins a run of bits of one stream and a run of another, and fills up the last octet with zeros.</summary>
    public static byte[] Join(ReadOnlySpan<byte> first, int firstEnd, ReadOnlySpan<byte> second, int secondStart)
    {
        var bits = firstEnd + (second.Length * 8) - secondStart;
        var joined = new byte[(bits + 7) / 8];
        Append(joined, 0, first, 0, firstEnd);
        Append(joined, firstEnd, second, secondStart, bits - firstEnd);
        return joined;
    }

    /// <summary>Writes a number over bits, most significant first, as many as there are.</summary>
    public static void Overwrite(Span<byte> octets, int at, ulong value, int count)
    {
        for (var i = 0; i < count && at + i < octets.Length * 8; i++)
        {
            Set(octets, at + i, (value >> (count - 1 - i) & 1) != 0);
        }
    }

    private static void Append(Span<byte> to, int at, ReadOnlySpan<byte> from, int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Set(to, at + i, (from[(start + i) >> 3] >> (7 - ((start + i) & 7)) & 1) != 0);
        }
    }

    private static void Set(Span<byte> octets, int bit, bool value)
    {
        var mask = (byte)(0x80 >> (bit & 7));
        octets[bit >> 3] = value ? (byte)(octets[bit >> 3] | mask) : (byte)(octets[bit >> 3] & ~mask);
    }
}
