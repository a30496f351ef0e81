using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Interpreter.Streams;

/// <summary>Writes the primitive values of EXI (EXI 1.0, 7.1) into memory, packed or aligned to octets.</summary>
internal sealed class BitSink
{
    private const int LongestOnStack = 256;

    private byte[] _buffer = new byte[256];
    private int _count;
    private ulong _window;
    private int _windowBits;
    private long _flushed;

    /// <summary>Whether values begin at octets.</summary>
    public bool IsAligned { get; set; }

    public long BitOffset => ((_flushed + _count) * 8) + _windowBits;

    public bool IsEmpty => BitOffset == 0;

    /// <summary>The whole octets that were written and not yet moved on.</summary>
    public ReadOnlySpan<byte> Octets
    {
        get
        {
            Drain();
            return _buffer.AsSpan(0, _count);
        }
    }

    /// <summary>Fills the last octet with zero bits.</summary>
    public void Align()
    {
        WriteBits(0, (8 - _windowBits) & 7);
        Drain();
    }

    /// <summary>Writes bits, the most significant first.</summary>
    /// <param name="value">The bits; those above the count are zero.</param>
    /// <param name="count">The number of bits, from 0 to 32.</param>
    public void WriteBits(uint value, int count)
    {
        _window = (_window << count) | value;
        _windowBits += count;
        if (_windowBits >= 32)
        {
            _windowBits -= 32;
            BinaryPrimitives.WriteUInt32BigEndian(Take(sizeof(uint)), unchecked((uint)(_window >> _windowBits)));
        }
    }

    /// <summary>Writes an n-bit unsigned integer (EXI 1.0, 7.1.9).</summary>
    public void WriteNBit(int value, int bits)
    {
        if (!IsAligned)
        {
            WriteBits((uint)value, bits);
            return;
        }

        for (var shift = 0; shift < bits; shift += 8)
        {
            Append(unchecked((byte)(value >> shift)));
        }
    }

    public void WriteBoolean(bool value) => WriteNBit(value ? 1 : 0, 1);

    /// <summary>Writes an unsigned integer (EXI 1.0, 7.1.6).</summary>
    public void WriteUnsigned(long value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            WriteOctet((byte)(0x80 | (value & 0x7F)));
        }

        WriteOctet((byte)value);
    }

    /// <summary>Writes an unsigned integer of any size.</summary>
    public void WriteUnsigned(BigInteger value)
    {
        for (; value > long.MaxValue; value >>= 7)
        {
            WriteOctet((byte)(0x80 | (int)(value & 0x7F)));
        }

        WriteUnsigned((long)value);
    }

    public void WriteOctet(byte value)
    {
        if (_windowBits == 0)
        {
            Append(value);
        }
        else
        {
            WriteBits(value, 8);
        }
    }

    public void WriteOctets(ReadOnlySpan<byte> octets)
    {
        Drain();
        if (_windowBits == 0)
        {
            octets.CopyTo(Take(octets.Length));
        }
        else if (octets.Length <= sizeof(ulong))
        {
            foreach (var octet in octets)
            {
                WriteBits(octet, 8);
            }
        }
        else
        {
            // The bits of the octet that is begun shift all that follows.
            var to = Take(octets.Length);
            to[0] = unchecked((byte)((_window << (8 - _windowBits)) | ((uint)octets[0] >> _windowBits)));
            OctetShift.Copy(in octets[0], 8 - _windowBits, to[1..]);
            _window = octets[^1];
        }
    }

    /// <summary>Writes characters that are one octet each.</summary>
    public void WriteText(string text)
    {
        var octets = text.Length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[text.Length];
        WriteOctets(octets[..Encoding.ASCII.GetBytes(text, octets)]);
    }

    /// <summary>Moves the whole octets to a stream.</summary>
    public void MoveTo(Stream stream)
    {
        Drain();
        stream.Write(_buffer, 0, _count);
        _flushed += _count;
        _count = 0;
    }

    /// <summary>Moves the whole octets of the window to the buffer.</summary>
    private void Drain()
    {
        while (_windowBits >= 8)
        {
            _windowBits -= 8;
            Append(unchecked((byte)(_window >> _windowBits)));
        }
    }

    private void Append(byte octet) => Take(1)[0] = octet;

    /// <summary>Room for octets at the end of those that are written.</summary>
    private Span<byte> Take(int octets)
    {
        if (_count + octets > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _count + octets));
        }

        _count += octets;
        return _buffer.AsSpan(_count - octets, octets);
    }
}
