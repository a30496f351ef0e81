namespace PairSettle.Exi.Bits;

// The counterparts of the reader's runs: several elements at constant places, written as one number.
public ref partial struct ExiWriter
{
    /// <summary>Writes a run of bits.</summary>
    /// <param name="run">The bits, the last one lowest; those above are zero.</param>
    /// <param name="bits">The bits of the run, from 1 to 57.</param>
    public void WriteRun(ulong run, int bits) => Append(run << (64 - bits), bits);

    /// <summary>Writes a run of bits, an integer after it, and end tags.</summary>
    /// <param name="run">The bits of the run, the last one lowest; those above are zero.</param>
    /// <param name="bits">The bits of the run; with the longest integer, its sign and the end tags at most 57.</param>
    /// <param name="value">The integer.</param>
    /// <param name="min">The smallest integer allowed.</param>
    /// <param name="max">The largest integer allowed.</param>
    /// <param name="endTags">The end tags after the integer, 1 or 2.</param>
    /// <returns>Whether the integer is in range; nothing is written otherwise.</returns>
    public bool TryWriteIntegerRun(ulong run, int bits, long value, long min, long max, int endTags)
    {
        if (value < min || value > max)
        {
            return false;
        }

        unchecked
        {
            var sign = (ulong)value >> 63;
            var word = SevenBitGroups.Part((ulong)(value ^ (value >> 63)), out var octets);
            Append((run << (64 - bits)) | (((sign << 63) | (word >> 1)) >> bits), bits + 1 + (octets * 8) + endTags);
            return true;
        }
    }

    /// <summary>Writes a run of bits, an unsigned integer after it, and end tags.</summary>
    /// <param name="run">The bits of the run, the last one lowest; those above are zero.</param>
    /// <param name="bits">The bits of the run; with the longest integer and the end tags at most 57.</param>
    /// <param name="value">The integer.</param>
    /// <param name="min">The smallest integer allowed.</param>
    /// <param name="max">The largest integer allowed.</param>
    /// <param name="endTags">The end tags after the integer, 1 or 2.</param>
    /// <returns>Whether the integer is in range; nothing is written otherwise.</returns>
    public bool TryWriteUnsignedRun(ulong run, int bits, ulong value, ulong min, ulong max, int endTags)
    {
        if (value < min || value > max)
        {
            return false;
        }

        var word = SevenBitGroups.Part(value, out var octets);
        Append((run << (64 - bits)) | (word >> bits), bits + (octets * 8) + endTags);
        return true;
    }
}
