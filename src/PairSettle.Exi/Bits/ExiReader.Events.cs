using System.Numerics;
using System.Runtime.CompilerServices;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiReader
{
    private const uint Cookie = 0x24455849; // "$EXI"

    /// <summary>Reads the header of a stream with default options: distinguishing bits 10, no options, final version 1.</summary>
    /// <returns>Whether that is the header.</returns>
    public bool ReadHeader()
    {
        var start = _position;
        var header = ReadBits(8);
        return header == 0x80 || RefuseHeader(start, header);
    }

    /// <summary>Reads bits as a number, most significant first.</summary>
    /// <param name="count">The number of bits, from 0 to 32.</param>
    /// <returns>The number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadBits(int count)
    {
        unchecked
        {
            var position = _position;
            var next = position + count;
            if (next > _end)
            {
                return RefuseEnd(count);
            }

            _position = next;
            return (uint)(Load(position) >> 1 >> (63 - count));
        }
    }

    /// <summary>Reads one bit as a truth value (EXI 1.0, 7.1.2).</summary>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBoolean() => ReadBits(1) != 0;

    /// <summary>Reads the first part of an event code.</summary>
    /// <param name="width">The bits that the code takes in this state of the grammar.</param>
    /// <param name="count">The number of productions that the schema declares in this state.</param>
    /// <returns>The production's number, or -1 after a fault.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadEventCode(int width, int count)
    {
        unchecked
        {
            var position = _position;
            var next = position + width;
            if (next <= _end)
            {
                var code = (int)(Load(position) >> 1 >> (63 - width));
                if (code < count)
                {
                    _position = next;
                    return code;
                }
            }

            return RefuseEventCode(width, count);
        }
    }

    /// <summary>Reads a run of event codes, each of a state with a single declared production: all bits are zero.</summary>
    /// <param name="count">The number of bits, from 1 to 32.</param>
    /// <returns>Whether all of them are zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ExpectZero(int count)
    {
        unchecked
        {
            var position = _position;
            var next = position + count;
            if (next <= _end && Load(position) >> (64 - count) == 0)
            {
                _position = next;
                return true;
            }

            return RefuseBits(count);
        }
    }

    /// <summary>Reads a number of a range of at most 4,096 values as its distance from the minimum (EXI 1.0, 7.1.9).</summary>
    /// <param name="bits">The bits that the range takes, from 0 to 32.</param>
    /// <param name="maxOffset">The distance of the maximum from the minimum.</param>
    /// <returns>The distance from the minimum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadNBit(int bits, uint maxOffset)
    {
        var start = _position;
        var offset = ReadBits(bits);
        return offset <= maxOffset ? offset : RefuseValue(start, ExiFault.ValueOutOfRange);
    }

    /// <summary>Reads the position of an enumeration's value (EXI 1.0, 7.2).</summary>
    /// <param name="bits">The bits that the position takes; 0 for an enumeration of one value.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>The position.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadEnumeration(int bits, int count)
    {
        var start = _position;
        var index = unchecked((int)ReadBits(bits));
        return index < count ? index : unchecked((int)RefuseValue(start, ExiFault.UndefinedEnumerationValue));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RefuseHeader(int start, uint header) =>
        !Failed && FailAt(
            start,
            _end - start >= 32 && Load(start) >> 32 == Cookie ? ExiFault.UnsupportedCookie
            : header >> 6 != 0b10 ? ExiFault.InvalidHeader
            : (header & 0x20) != 0 ? ExiFault.UnsupportedOptions
            : ExiFault.UnsupportedVersion);

    /// <summary>Reads no bits, or fails for want of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint RefuseEnd(int count)
    {
        if (count != 0)
        {
            Fail(ExiFault.Truncated);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RefuseEventCode(int width, int count)
    {
        // The code after the last declared one begins the productions that a non-strict grammar adds.
        var start = _position;
        var code = unchecked((int)ReadBits(width));
        FailAt(start, code == count ? ExiFault.UndeclaredContent : ExiFault.UndefinedEventCode);
        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RefuseBits(int count) =>
        BitsLeft < count
            ? Fail(ExiFault.Truncated)
            : FailAt(unchecked(_position + BitOperations.LeadingZeroCount(Load(_position))), ExiFault.UndeclaredContent);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint RefuseValue(int position, ExiFault fault)
    {
        FailAt(position, fault);
        return 0;
    }
}
