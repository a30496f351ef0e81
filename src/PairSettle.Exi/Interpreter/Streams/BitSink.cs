using System.Numerics;

namespace PairSettle.Exi.Interpreter.Streams;

/// <summary>Writes the primitive values of EXI (EXI 1.0, 7.1) into memory, packed or aligned to octets.</summary>
internal sealed class BitSink
{
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
    public ReadOnlySpan<byte> Octets => _buffer.AsSpan(0, _count);

    /// <summary>Fills the last octet with zero bits.</summary>
    public void Align()
    {
        if (_windowBits > 0)
        {
            WriteBits(0, 8 - _windowBits);
        }
    }

    /// <summary>Writes bits, the most significant first.</summary>
    /// <param name="value">The bits; those above the count are zero.</param>
    /// <param name="count">The number of bits, from 0 to 32.</param>
    public void WriteBits(uint value, int count)
    {
        _window = (_window << count) | value;
        _windowBits += count;
        while (_windowBits >= 8)
        {
            _windowBits -= 8;
            Append(unchecked((byte)(_window >> _windowBits)));
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
        foreach (var octet in octets)
        {
            WriteOctet(octet);
        }
    }

    /// <summary>Moves the whole octets to a stream.</summary>
    public void MoveTo(Stream stream)
    {
        stream.Write(_buffer, 0, _count);
        _flushed += _count;
        _count = 0;
    }

    private void Append(byte octet)
    {
        if (_count == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        _buffer[_count++] = octet;
    }
}
