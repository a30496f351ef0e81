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
        if (Peek(start) >> 32 == Cookie)
        {
            return Fail(ExiFault.UnsupportedCookie);
        }

        var header = ReadBits(8);
        return !Failed && (header == 0x80
            || FailAt(start, (header >> 6) != 0b10 ? ExiFault.InvalidHeader
                : (header & 0x20) != 0 ? ExiFault.UnsupportedOptions
                : ExiFault.UnsupportedVersion));
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
            if (position > _lastWord || count == 0)
            {
                return ReadBitsAtEnd(count);
            }

            _position = position + count;
            return (uint)(Load(position) >> (64 - count));
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
            if (position <= _lastWord && width != 0)
            {
                var code = (int)(Load(position) >> (64 - width));
                if (code < count)
                {
                    _position = position + width;
                    return code;
                }
            }

            return ReadEventCodeSlowly(width, count);
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
            if (position <= _lastWord && Load(position) >> (64 - count) == 0)
            {
                _position = position + count;
                return true;
            }

            return ExpectZeroSlowly(count);
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
    private uint ReadBitsAtEnd(int count)
    {
        unchecked
        {
            if (count == 0 || !Have(count))
            {
                return 0;
            }

            var bits = Peek(_position) >> (64 - count);
            _position += count;
            return (uint)bits;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadEventCodeSlowly(int width, int count)
    {
        var start = _position;
        var code = unchecked((int)ReadBits(width));
        if (!Failed && code < count)
        {
            return code;
        }

        // The code after the last declared one begins the productions that a non-strict grammar adds.
        FailAt(start, code == count ? ExiFault.UndeclaredContent : ExiFault.UndefinedEventCode);
        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ExpectZeroSlowly(int count)
    {
        if (!Have(count))
        {
            return false;
        }

        var bits = Peek(_position) & (ulong.MaxValue << (64 - count));
        if (bits != 0)
        {
            return FailAt(_position + BitOperations.LeadingZeroCount(bits), ExiFault.UndeclaredContent);
        }

        _position += count;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint RefuseValue(int position, ExiFault fault)
    {
        FailAt(position, fault);
        return 0;
    }
}
