using System.Numerics;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiWriter
{
    /// <summary>
    /// Writes an unsigned integer: octets of seven bits, least significant first, the high bit set on all but the last
    /// (EXI 1.0, 7.1.6).
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="max">The largest value allowed.</param>
    public void WriteUnsigned(ulong value, ulong max) => WriteUnsigned(value, 0, max);

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    public void WriteUnsigned(ulong value, ulong min, ulong max)
    {
        if (value < min || value > max)
        {
            Fail(ExiFault.ValueOutOfRange);
            return;
        }

        WriteGroups(value);
    }

    /// <summary>Writes an integer: a sign bit, then the value or, for a negative one, -(value + 1) (EXI 1.0, 7.1.5).</summary>
    /// <param name="value">The value.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    public void WriteInteger(long value, long min, long max)
    {
        if (value < min || value > max)
        {
            Fail(ExiFault.ValueOutOfRange);
            return;
        }

        unchecked
        {
            WriteBits((uint)((ulong)value >> 63), 1);
            WriteGroups((ulong)(value ^ (value >> 63)));
        }
    }

    /// <summary>Writes an integer that the schema does not bound.</summary>
    /// <param name="value">The value.</param>
    public void WriteBigInteger(BigInteger value)
    {
        var negative = value.Sign < 0;
        WriteBoolean(negative);
        WriteBigUnsigned(negative ? -value - 1 : value);
    }

    /// <summary>Writes an unsigned integer that the schema does not bound.</summary>
    /// <param name="value">The value, not negative.</param>
    public void WriteBigUnsigned(BigInteger value)
    {
        if (value.Sign < 0)
        {
            Fail(ExiFault.ValueOutOfRange);
            return;
        }

        for (; value > ulong.MaxValue; value >>= 7)
        {
            WriteBits(0x80 | (uint)(value & 0x7F), 8);
        }

        WriteGroups((ulong)value);
    }

    private void WriteGroups(ulong value)
    {
        unchecked
        {
            if (value < 0x80)
            {
                WriteBits((uint)value, 8);
                return;
            }

            if (value < 0x4000)
            {
                WriteBits(0x8000 | (((uint)value & 0x7F) << 8) | ((uint)value >> 7), 16);
                return;
            }

            // A word holds eight groups; a number of more than 56 bits has one or two beyond.
            for (; value >> 56 != 0; value >>= 7)
            {
                WriteBits(0x80 | ((uint)value & 0x7F), 8);
            }

            var word = SevenBitGroups.Part(value, out var octets);
            Append(word, octets * 8);
        }
    }
}
