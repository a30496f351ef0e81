using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PairSettle.Exi.Bits;

/// <summary>
/// Writes the values of one bit-packed EXI stream; emitted code calls it. Bits collect in a 64-bit word that is stored
/// when it is full. The destination is never read, and nothing is stored past its end: when it is too small the writer
/// goes on counting, so that <see cref="RequiredOctets"/> tells the size that would have been enough.
/// </summary>
/// <remarks>
/// A value that breaks its facets is the caller's bug: the writer keeps the first such fault and <see cref="Finish"/>
/// throws it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ExiWriter
{
    private readonly ref byte _origin;
    private readonly int _length;
    private readonly ExiStringTable? _strings;
    private long _offset;
    private ulong _pending;
    private int _pendingBits;
    private ExiFault _fault;
    private long _faultPosition;
    private string? _path;
    private string? _firstIdentifier;
    private ExiIdentifiers? _identifiers;

    /// <summary>Writes a stream from the first octet of a destination, whatever that contains.</summary>
    /// <param name="destination">Receives the stream.</param>
    /// <param name="strings">An empty string table to write references to repeated strings, or null to write all in full.</param>
    /// <param name="empty">How to write elements whose text is empty.</param>
    public ExiWriter(Span<byte> destination, ExiStringTable? strings = null, ExiEmptyContent empty = ExiEmptyContent.Characters)
    {
        _origin = ref MemoryMarshal.GetReference(destination);
        _length = destination.Length;
        _strings = strings;
        EmptyContent = empty;
    }

    /// <summary>How elements whose text is empty are written.</summary>
    public ExiEmptyContent EmptyContent { get; }

    /// <summary>The number of bits written so far.</summary>
    public readonly long BitPosition => (_offset * 8) + _pendingBits;

    /// <summary>The octets that the stream takes so far, whether they fit or not.</summary>
    public readonly long RequiredOctets => (BitPosition + 7) / 8;

    /// <summary>Whether the destination is too small for what was written.</summary>
    public readonly bool Overflowed => RequiredOctets > _length;

    /// <summary>Whether a value broke its facets.</summary>
    public readonly bool Failed => _fault != ExiFault.None;

    /// <summary>The first fault that was met, if any.</summary>
    public readonly ExiError Error => new(_fault, unchecked((int)long.Min(_faultPosition, int.MaxValue)), _path ?? string.Empty);

    /// <summary>Refuses a value, unless one is refused already.</summary>
    /// <param name="fault">The reason.</param>
    /// <returns>False.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Fail(ExiFault fault)
    {
        if (_fault == ExiFault.None)
        {
            _fault = fault;
            _faultPosition = BitPosition;
        }

        return false;
    }

    /// <summary>Names an element around the fault; called from the innermost to the outermost while calls unwind.</summary>
    /// <param name="name">The element's local name.</param>
    /// <returns>False.</returns>
    public bool FailIn(string name)
    {
        _path = ExiPath.Around(_path, name);
        return false;
    }

    /// <summary>Writes the header of a stream with default options (EXI 1.0, 5).</summary>
    public void WriteHeader() => WriteBits(0x80, 8);

    /// <summary>Writes a number as bits, most significant first.</summary>
    /// <param name="value">The number; bits above the count are zero.</param>
    /// <param name="count">The number of bits, from 0 to 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBits(uint value, int count)
    {
        Debug.Assert((ulong)value >> count == 0, "a value is wider than its field");
        unchecked
        {
            var used = _pendingBits + count;
            if (used < 64)
            {
                // Where both are zero the shift by 64 counts as none, and the value is zero.
                _pending |= (ulong)value << (64 - used);
                _pendingBits = used;
            }
            else
            {
                Spill(value, used - 64);
            }
        }
    }

    /// <summary>Writes a truth value as one bit (EXI 1.0, 7.1.2).</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBoolean(bool value) => WriteBits(value ? 1u : 0u, 1);

    /// <summary>Writes a number of a small range as its distance from the minimum (EXI 1.0, 7.1.9).</summary>
    /// <param name="offset">The distance from the minimum.</param>
    /// <param name="bits">The bits that the range takes, from 0 to 32.</param>
    /// <param name="maxOffset">The distance of the maximum from the minimum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteNBit(uint offset, int bits, uint maxOffset)
    {
        if (offset > maxOffset)
        {
            Fail(ExiFault.ValueOutOfRange);
            return;
        }

        WriteBits(offset, bits);
    }

    /// <summary>Writes the position of an enumeration's value (EXI 1.0, 7.2).</summary>
    /// <param name="index">The position.</param>
    /// <param name="bits">The bits that the position takes; 0 for an enumeration of one value.</param>
    /// <param name="count">The number of values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteEnumeration(int index, int bits, int count)
    {
        if (index < 0 || index >= count)
        {
            Fail(ExiFault.UndefinedEnumerationValue);
            return;
        }

        WriteBits((uint)index, bits);
    }

    /// <summary>Fills the last octet with zero bits and ends the stream.</summary>
    /// <param name="bytesWritten">The octets of the stream; 0 if the destination is too small.</param>
    /// <returns>Whether the destination was large enough.</returns>
    /// <exception cref="ExiContentException">A value broke its facets.</exception>
    public bool Finish(out int bytesWritten)
    {
        _identifiers?.Return();
        _identifiers = null;
        if (Failed)
        {
            throw new ExiContentException(Error);
        }

        if (Overflowed)
        {
            bytesWritten = 0;
            return false;
        }

        StoreOctets(_pending, (_pendingBits + 7) >> 3);
        bytesWritten = (int)RequiredOctets;
        return true;
    }

    /// <summary>Adds up to 64 bits that stand at the top of a word, zero below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ulong word, int count)
    {
        unchecked
        {
            var before = _pendingBits;
            var used = before + count;
            _pending |= word >> before;
            if (used >= 64)
            {
                Store(_pending);
                _pending = before == 0 ? 0 : word << (64 - before);
                used -= 64;
            }

            _pendingBits = used;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Spill(uint value, int over)
    {
        unchecked
        {
            Store(_pending | ((ulong)value >> over));
            _pending = over == 0 ? 0 : (ulong)value << (64 - over);
            _pendingBits = over;
        }
    }

    /// <summary>Stores a full word, or as much of it as there is room for.</summary>
    private void Store(ulong word)
    {
        if (_offset <= _length - sizeof(ulong))
        {
            Unsafe.WriteUnaligned(
                ref Unsafe.Add(ref _origin, (nint)_offset),
                BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word);
        }
        else
        {
            StoreOctets(word, sizeof(ulong));
        }

        _offset += sizeof(ulong);
    }

    /// <summary>Stores the first octets of a word, as many as there is room for. The offset stays.</summary>
    private readonly void StoreOctets(ulong word, int count)
    {
        for (var i = 0; i < count && _offset + i < _length; i++)
        {
            Unsafe.Add(ref _origin, (nint)(_offset + i)) = unchecked((byte)(word >> (56 - (8 * i))));
        }
    }
}
