using System.Numerics;
using System.Runtime.CompilerServices;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiReader
{
    private const int LongestUnsigned = 10; // octets of seven bits in a 64-bit number

    /// <summary>
    /// Reads an unsigned integer: octets of seven bits, least significant first, the high bit set on all but the last
    /// (EXI 1.0, 7.1.6). Only the shortest form is accepted.
    /// </summary>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value.</returns>
    public ulong ReadUnsigned(ulong max)
    {
        unchecked
        {
            var position = _position;
            var octets = TryJoin(Load(position), 0, out var value);
            var next = position + (octets * 8);
            if (octets != 0 && next <= _end && value <= max)
            {
                _position = next;
                return value;
            }

            return ReadUnsignedSlowly(max);
        }
    }

    /// <summary>Reads an unsigned integer.</summary>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value.</returns>
    public ulong ReadUnsigned(ulong min, ulong max)
    {
        var start = _position;
        var value = ReadUnsigned(max);
        return value >= min || Failed ? value : RefuseValue(start, ExiFault.ValueOutOfRange);
    }

    /// <summary>Reads an integer: a sign bit, then the value or, for a negative one, -(value + 1) (EXI 1.0, 7.1.5).</summary>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value.</returns>
    public long ReadInteger(long min, long max)
    {
        var start = _position;
        var negative = ReadBits(1);
        var magnitude = ReadUnsigned(ulong.MaxValue);
        if (Failed)
        {
            return 0;
        }

        var value = unchecked((long)magnitude ^ -(long)negative);
        return magnitude <= long.MaxValue && value >= min && value <= max ? value : RefuseValue(start, ExiFault.ValueOutOfRange);
    }

    /// <summary>Reads an integer that the schema does not bound.</summary>
    /// <returns>The value.</returns>
    public BigInteger ReadBigInteger()
    {
        var negative = ReadBoolean();
        var magnitude = ReadBigUnsigned();
        return Failed ? BigInteger.Zero : negative ? -magnitude - 1 : magnitude;
    }

    /// <summary>Reads an unsigned integer that the schema does not bound.</summary>
    /// <returns>The value.</returns>
    public BigInteger ReadBigUnsigned()
    {
        var start = _position;
        if (CountGroups() is not (> 0 and var groups))
        {
            return BigInteger.Zero;
        }

        if (groups <= 8)
        {
            return ReadUnsigned(ulong.MaxValue);
        }

        if (groups * 7 > _limits.MaxIntegerBits + 6)
        {
            Refuse(start, ExiFault.IntegerTooLong);
            return BigInteger.Zero;
        }

        return Assemble(groups);
    }

    /// <summary>The octets of the integer at the position, or 0 after a fault. Nothing is consumed.</summary>
    private int CountGroups()
    {
        var groups = 1;
        while (BitsLeft >= groups * 8L)
        {
            if (Load(_position + ((groups - 1) * 8)) >> 63 == 0)
            {
                return groups;
            }

            groups++;
        }

        Fail(ExiFault.Truncated);
        return 0;
    }

    private BigInteger Assemble(int groups)
    {
        var start = _position;
        var octets = new byte[((groups * 7) + 7) / 8];
        uint group = 0;
        for (int i = 0, bit = 0; i < groups; i++, bit += 7)
        {
            group = ReadBits(8) & 0x7F;
            var shifted = group << (bit & 7);
            octets[bit >> 3] |= unchecked((byte)shifted);
            if (shifted > 0xFF)
            {
                octets[(bit >> 3) + 1] |= (byte)(shifted >> 8);
            }
        }

        if (group == 0 && !Tolerates(ExiTolerance.LongIntegers))
        {
            Refuse(start, ExiFault.NonCanonicalInteger);
        }

        return Failed ? BigInteger.Zero : new BigInteger(octets, isUnsigned: true);
    }

    /// <summary>
    /// The unsigned integer at the top of a window, and its octets; 0 octets where it is not in the shortest form or
    /// does not lie in the window together with as many bits more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TryJoin(ulong window, int more, out ulong value)
    {
        unchecked
        {
            value = window >> 56;
            if (value < 0x80)
            {
                return 1;
            }

            // Two octets are common and always fit.
            var second = (window >> 48) & 0xFF;
            if (second < 0x80)
            {
                value = (value & 0x7F) | (second << 7);
                return second != 0 ? 2 : 0;
            }

            var octets = SevenBitGroups.Count(window);
            if ((octets * 8) + more > LoadedBits || SevenBitGroups.HasIdleOctet(window, octets))
            {
                return 0;
            }

            value = SevenBitGroups.Join(window, octets);
            return octets;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadUnsignedSlowly(ulong max)
    {
        unchecked
        {
            var start = _position;
            var mayIdle = Tolerates(ExiTolerance.LongIntegers);
            ulong value = 0;
            for (var i = 0; i < LongestUnsigned || mayIdle; i++)
            {
                var group = ReadBits(8);
                if (Failed)
                {
                    return 0;
                }

                // The tenth octet holds bit 63 alone, and those after it nothing.
                var digits = mayIdle ? group & 0x7F : group;
                if (i >= LongestUnsigned - 1 && digits > (i == LongestUnsigned - 1 ? 1u : 0u))
                {
                    break;
                }

                value |= i < LongestUnsigned ? (ulong)(group & 0x7F) << (7 * i) : 0;
                if (group < 0x80)
                {
                    return group == 0 && i != 0 && !mayIdle ? Refuse(start, ExiFault.NonCanonicalInteger)
                        : value > max ? Refuse(start, ExiFault.ValueOutOfRange)
                        : value;
                }
            }

            return Refuse(start, ExiFault.ValueOutOfRange);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ulong Refuse(int position, ExiFault fault)
    {
        FailAt(position, fault);
        return 0;
    }
}
