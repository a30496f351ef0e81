using System.Runtime.CompilerServices;

namespace PairSettle.Exi.Bits;

// Runs of several elements whose places are constant: looked at in one load and taken in one step where all is well.
// Where anything is not, the reader stays, and emitted code reads element by element to find what is wrong.
public ref partial struct ExiReader
{
    /// <summary>Looks at a run of bits without moving.</summary>
    /// <param name="bits">The bits of the run, from 1 to 57.</param>
    /// <param name="codes">The bits of the run that must be zero because they are event codes.</param>
    /// <param name="run">The bits, the last one lowest.</param>
    /// <returns>Whether the run is there and its event codes are zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool PeekRun(int bits, ulong codes, out ulong run)
    {
        unchecked
        {
            var position = _position;
            run = Load(position) >> (64 - bits);
            return (run & codes) == 0 && position + bits <= _end;
        }
    }

    /// <summary>Looks at a run of bits, an integer after it, and end tags, without moving.</summary>
    /// <param name="bits">The bits of the run; with the longest integer, its sign and the end tags at most 57.</param>
    /// <param name="codes">The bits of the run that must be zero because they are event codes.</param>
    /// <param name="min">The smallest integer allowed.</param>
    /// <param name="max">The largest integer allowed.</param>
    /// <param name="endTags">The end tags after the integer, 1 or 2.</param>
    /// <param name="run">The bits of the run, the last one lowest.</param>
    /// <param name="value">The integer.</param>
    /// <returns>The bits of all, or 0 where something is amiss.</returns>
    public readonly int PeekIntegerRun(int bits, ulong codes, long min, long max, int endTags, out ulong run, out long value)
    {
        unchecked
        {
            var position = _position;
            var window = Load(position);
            run = window >> (64 - bits);
            var signed = window << bits;
            var octets = TryJoin(signed << 1, bits + 1 + endTags, out var magnitude);
            value = (long)magnitude ^ ((long)signed >> 63);
            var end = bits + 1 + (octets * 8);
            return octets != 0 && (run & codes) == 0 && position + end + endTags <= _end && value >= min && value <= max
                && window << end >> (64 - endTags) == 0
                    ? end + endTags
                    : 0;
        }
    }

    /// <summary>Looks at a run of bits, an unsigned integer after it, and end tags, without moving.</summary>
    /// <param name="bits">The bits of the run; with the longest integer and the end tags at most 57.</param>
    /// <param name="codes">The bits of the run that must be zero because they are event codes.</param>
    /// <param name="min">The smallest integer allowed.</param>
    /// <param name="max">The largest integer allowed.</param>
    /// <param name="endTags">The end tags after the integer, 1 or 2.</param>
    /// <param name="run">The bits of the run, the last one lowest.</param>
    /// <param name="value">The integer.</param>
    /// <returns>The bits of all, or 0 where something is amiss.</returns>
    public readonly int PeekUnsignedRun(int bits, ulong codes, ulong min, ulong max, int endTags, out ulong run, out ulong value)
    {
        unchecked
        {
            var position = _position;
            var window = Load(position);
            run = window >> (64 - bits);
            var octets = TryJoin(window << bits, bits + endTags, out value);
            var end = bits + (octets * 8);
            return octets != 0 && (run & codes) == 0 && position + end + endTags <= _end && value >= min && value <= max
                && window << end >> (64 - endTags) == 0
                    ? end + endTags
                    : 0;
        }
    }

    /// <summary>Takes bits that were looked at.</summary>
    /// <param name="bits">The number of bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int bits) => _position = unchecked(_position + bits);
}
