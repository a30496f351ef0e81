using System.Buffers.Binary;
using System.Numerics;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Interpreter.Streams;

/// <summary>
/// Reads the primitive values of EXI (EXI 1.0, 7.1) from a stream or from memory, packed or aligned to octets. It never
/// takes more octets from a stream's content than a value needs, so that what follows can be read by somebody else.
/// </summary>
internal sealed class BitSource
{
    private const int BufferOctets = 4096;

    private readonly Stream? _stream;
    private readonly ExiLimits _limits;
    private readonly long _base;
    private byte[] _buffer;
    private int _next;
    private int _end;
    private long _taken;
    private ulong _window;
    private int _windowBits;

    /// <summary>Reads from a stream.</summary>
    public BitSource(Stream stream, ExiLimits limits)
    {
        _stream = stream;
        _limits = limits;
        _buffer = new byte[BufferOctets];
    }

    /// <summary>Reads from memory.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="limits">What to accept at most.</param>
    /// <param name="offset">The bit offset to report for all of them, where they are the content of a compressed stream.</param>
    public BitSource(ArraySegment<byte> octets, ExiLimits limits, long offset = -1)
    {
        _limits = limits;
        _buffer = octets.Array ?? [];
        _next = octets.Offset;
        _end = octets.Offset + octets.Count;
        _base = offset;
        _taken = offset < 0 ? octets.Count : 0;
    }

    /// <summary>Whether values begin at octets.</summary>
    public bool IsAligned { get; set; }

    /// <summary>The offset of the next bit from the start.</summary>
    public long BitOffset => _base > 0 ? _base : ((_taken - (_end - _next)) * 8) - _windowBits;

    public ExiLimits Limits => _limits;

    /// <summary>Whether no octet follows.</summary>
    public bool IsAtEnd => _windowBits < 8 && _next == _end && !Fill();

    /// <summary>Refuses memory that is larger than the limits.</summary>
    public void CheckSize()
    {
        if (_taken > _limits.MaxOctets)
        {
            throw new ExiFaultException(ExiFault.TooManyOctets, 0);
        }
    }

    public ExiFaultException Fault(ExiFault fault) => new(fault, BitOffset);

    /// <summary>Drops the bits up to the next octet.</summary>
    public void Align()
    {
        PutBack();
        _windowBits = 0;
    }

    /// <summary>Whether the bits up to the next octet are zero.</summary>
    public bool PaddingIsZero()
    {
        PutBack();
        return (_window & ((1UL << _windowBits) - 1)) == 0;
    }

    /// <summary>Reads bits, the most significant first.</summary>
    /// <param name="count">The number of bits, from 0 to 32.</param>
    public uint ReadBits(int count)
    {
        if (_windowBits < count)
        {
            Refill(count);
        }

        _windowBits -= count;
        return (uint)((_window >> _windowBits) & ((1UL << count) - 1));
    }

    /// <summary>Reads an n-bit unsigned integer: aligned, in the fewest octets, the least significant first (EXI 1.0, 7.1.9).</summary>
    public int ReadNBit(int bits)
    {
        if (!IsAligned)
        {
            return (int)ReadBits(bits);
        }

        var value = 0u;
        for (var shift = 0; shift < bits; shift += 8)
        {
            value |= (uint)NextOctet() << shift;
        }

        return value >> bits == 0 ? (int)value : throw Fault(ExiFault.ValueOutOfRange);
    }

    public bool ReadBoolean() => ReadNBit(1) == 1;

    public byte ReadOctet() => IsAligned ? NextOctet() : (byte)ReadBits(8);

    /// <summary>Reads an unsigned integer that must be small, such as a length (EXI 1.0, 7.1.6).</summary>
    public int ReadLength(int maximum, ExiFault fault)
    {
        var start = BitOffset;
        var octet = ReadOctet();
        if (octet < 0x80 && octet <= maximum)
        {
            return octet;
        }

        var value = 0UL;
        for (var shift = 0; ; shift += 7, octet = ReadOctet())
        {
            if (shift < 63)
            {
                value |= (ulong)(octet & 0x7F) << shift;
            }

            if (shift >= 63 && (octet & 0x7F) != 0 || value > (ulong)maximum)
            {
                throw new ExiFaultException(fault, start);
            }

            if (octet < 0x80)
            {
                return (int)value;
            }

            if (shift > _limits.MaxIntegerBits)
            {
                throw new ExiFaultException(ExiFault.IntegerTooLong, start);
            }
        }
    }

    /// <summary>Reads an unsigned integer of any size.</summary>
    /// <param name="small">The value where it fits 63 bits.</param>
    /// <returns>The value where it does not; otherwise null.</returns>
    public BigInteger? ReadUnsigned(out long small)
    {
        small = 0;
        var start = BitOffset;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var octet = ReadOctet();
            small |= (long)(octet & 0x7F) << shift;
            if (octet < 0x80)
            {
                return null;
            }
        }

        // Groups are collected and joined once, since adding each to a growing number takes quadratic time.
        var groups = new List<byte>();
        byte last;
        do
        {
            groups.Add(last = ReadOctet());
            if ((groups.Count + 9) * 7 > _limits.MaxIntegerBits + 7)
            {
                throw new ExiFaultException(ExiFault.IntegerTooLong, start);
            }
        }
        while (last >= 0x80);

        var octets = new byte[(groups.Count * 7 / 8) + 2];
        for (var i = 0; i < groups.Count; i++)
        {
            var bit = i * 7;
            var group = (groups[i] & 0x7F) << (bit & 7);
            octets[bit >> 3] |= unchecked((byte)group);
            octets[(bit >> 3) + 1] |= (byte)(group >> 8);
        }

        var high = new BigInteger(octets, isUnsigned: true);
        if (high.IsZero)
        {
            return null;
        }

        return (high << 63) + small;
    }

    /// <summary>Reads a character as its code point.</summary>
    public int ReadCodePoint()
    {
        var start = BitOffset;
        var codePoint = ReadLength(0x10FFFF, ExiFault.InvalidCharacter);
        return XmlCharacters.IsAllowed((uint)codePoint) ? codePoint : throw new ExiFaultException(ExiFault.InvalidCharacter, start);
    }

    /// <summary>Reads characters, as long as all of them are printable ASCII and lie in memory; otherwise nothing is read.</summary>
    /// <param name="count">The number of characters.</param>
    public string? TryReadText(int count)
    {
        PutBack();

        // An octet that is begun lies before the next one, unless that was the last of an earlier buffer.
        var begun = _windowBits == 0 ? 0 : 1;
        if (count < sizeof(ulong) || _end - _next < count || _next < begun)
        {
            return null;
        }

        var isText = false;
        var text = string.Create(count, new Run(in _buffer[_next - begun], (8 - _windowBits) & 7, ref isText), static (characters, run) =>
            run.IsText = OctetShift.TryWiden(in run.Source, run.Shift, characters));
        if (!isText)
        {
            return null;
        }

        Skip(count);
        return text;
    }

    /// <summary>Reads octets. Memory follows what arrives, not the count.</summary>
    public byte[] ReadOctets(int count)
    {
        PutBack();
        var begun = _windowBits == 0 ? 0 : 1;
        if (count >= sizeof(ulong) && _end - _next >= count && _next >= begun)
        {
            var octets = new byte[count];
            OctetShift.Copy(in _buffer[_next - begun], (8 - _windowBits) & 7, octets);
            Skip(count);
            return octets;
        }

        return ReadOctetsOneByOne(count);
    }

    private byte[] ReadOctetsOneByOne(int count)
    {
        var result = new byte[Math.Min(count, BufferOctets)];
        for (var filled = 0; filled < count;)
        {
            if (filled == result.Length)
            {
                Array.Resize(ref result, (int)Math.Min(count, result.Length * 2L));
            }

            if (_windowBits != 0)
            {
                result[filled++] = (byte)ReadBits(8);
                continue;
            }

            if (_next == _end && !Fill())
            {
                throw Fault(ExiFault.Truncated);
            }

            var part = Math.Min(result.Length - filled, _end - _next);
            Buffer.BlockCopy(_buffer, _next, result, filled, part);
            _next += part;
            filled += part;
        }

        return result;
    }

    /// <summary>Passes over octets that lie in the buffer.</summary>
    private void Skip(int count)
    {
        _next += count;
        _window = _windowBits == 0 ? 0UL : _buffer[_next - 1];
    }

    /// <summary>
    /// Puts whole octets that were taken ahead back into the buffer. They always come from there: the buffer is filled
    /// only when the window holds less than an octet.
    /// </summary>
    private void PutBack()
    {
        _next -= _windowBits >> 3;
        _window >>= _windowBits & ~7;
        _windowBits &= 7;
    }

    /// <summary>Takes octets into the window: as many as fit where they lie in memory, otherwise those that are needed.</summary>
    private void Refill(int count)
    {
        if (_end - _next >= sizeof(ulong))
        {
            var octets = (63 - _windowBits) >> 3;
            _window = (_window << (octets * 8)) | (BinaryPrimitives.ReadUInt64BigEndian(_buffer.AsSpan(_next)) >> (64 - (octets * 8)));
            _windowBits += octets * 8;
            _next += octets;
            return;
        }

        while (_windowBits < count)
        {
            _window = (_window << 8) | NextOctet();
            _windowBits += 8;
        }
    }

    private byte NextOctet() => _next < _end || Fill() ? _buffer[_next++] : throw Fault(ExiFault.Truncated);

    private bool Fill()
    {
        if (_stream is null)
        {
            return false;
        }

        _next = _end = 0;
        _end = _stream.Read(_buffer, 0, _buffer.Length);
        _taken += _end;
        return _taken <= _limits.MaxOctets ? _end > 0 : throw Fault(ExiFault.TooManyOctets);
    }

    /// <summary>Octets of the buffer on their way into a string.</summary>
    private readonly ref struct Run(ref readonly byte source, int shift, ref bool isText)
    {
        public readonly ref readonly byte Source = ref source;
        public readonly ref bool IsText = ref isText;

        public int Shift { get; } = shift;
    }
}
