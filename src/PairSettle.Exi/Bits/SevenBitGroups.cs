using System.Buffers.Binary;
using System.Numerics;

namespace PairSettle.Exi.Bits;

/// <summary>
/// Unsigned integers as octets of seven bits (EXI 1.0, 7.1.6), all octets of one number at once: neighbouring groups are
/// joined or parted in three steps of 7, 14 and 28 bits.
/// </summary>
internal static class SevenBitGroups
{
    private const ulong Continuations = 0x8080808080808080;

    /// <summary>The octets of the number at the top of a word; nine if it does not end within the word.</summary>
    public static int Count(ulong word) => (BitOperations.LeadingZeroCount(~word & Continuations) >> 3) + 1;

    /// <summary>The number of the given octets at the top of a word.</summary>
    public static ulong Join(ulong word, int octets)
    {
        unchecked
        {
            // The first octet, which is the least significant, moves to the bottom.
            var groups = BinaryPrimitives.ReverseEndianness(word) & (ulong.MaxValue >> (64 - (octets * 8)));
            groups = (groups & 0x007F007F007F007F) | ((groups & 0x7F007F007F007F00) >> 1);
            groups = (groups & 0x00003FFF00003FFF) | ((groups & 0x3FFF00003FFF0000) >> 2);
            return (groups & 0x000000000FFFFFFF) | ((groups & 0x0FFFFFFF00000000) >> 4);
        }
    }

    /// <summary>Whether the last of the given octets at the top of a word is one that the number does not need.</summary>
    public static bool HasIdleOctet(ulong word, int octets) =>
        unchecked(octets > 1 && word << ((octets - 1) * 8) >> 56 == 0);

    /// <summary>The octets of a number of at most 56 bits, at the top of a word.</summary>
    public static ulong Part(ulong value, out int octets)
    {
        unchecked
        {
            octets = Math.Max(1, (70 - BitOperations.LeadingZeroCount(value)) / 7);
            value = (value & 0x000000000FFFFFFF) | ((value & 0x00FFFFFFF0000000) << 4);
            value = (value & 0x00003FFF00003FFF) | ((value & 0x0FFFC0000FFFC000) << 2);
            value = (value & 0x007F007F007F007F) | ((value & 0x3F803F803F803F80) << 1);
            return BinaryPrimitives.ReverseEndianness(value | (Continuations & ((1UL << ((octets - 1) * 8)) - 1)));
        }
    }
}
