namespace PairSettle.Exi.Interpreter.Streams;

/// <summary>
/// Inflates one DEFLATE stream (RFC 1951) and stops exactly at its end. EXI puts several such streams one after another
/// without saying where each ends, which the framework's own inflater, reading ahead, cannot tell.
/// </summary>
internal sealed class Inflater
{
    private const int EndOfBlock = 256;
    private const int WindowOctets = 32 * 1024;

    private static readonly int[] s_lengthBase =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] s_lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] s_codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly HuffmanCode s_fixedLengths = new(FixedLengths());
    private static readonly HuffmanCode s_fixedDistances = new(Enumerable.Repeat((byte)5, 30).ToArray());

    private readonly BitSource _source;
    private readonly long _start;
    private byte[] _output = new byte[1024];
    private int _count;
    private int _bits;
    private int _bitCount;
    private int _taken;

    private Inflater(BitSource source)
    {
        _source = source;
        _start = source.BitOffset;
    }

    /// <summary>Inflates the stream that begins at the source's next octet.</summary>
    /// <exception cref="ExiFaultException">The stream is invalid, or larger than the limits.</exception>
    public static ArraySegment<byte> Inflate(BitSource source)
    {
        var inflater = new Inflater(source);
        bool isLast;
        do
        {
            isLast = inflater.Bits(1) == 1;
            switch (inflater.Bits(2))
            {
                case 0:
                    inflater.Stored();
                    break;
                case 1:
                    inflater.Compressed(s_fixedLengths, s_fixedDistances);
                    break;
                case 2:
                    inflater.Dynamic();
                    break;
                default:
                    throw inflater.Invalid();
            }
        }
        while (!isLast);

        return new ArraySegment<byte>(inflater._output, 0, inflater._count);
    }

    /// <summary>Reads bits, the least significant first.</summary>
    public int Bits(int count)
    {
        while (_bitCount < count)
        {
            _bits |= _source.ReadOctet() << _bitCount;
            _bitCount += 8;
            _taken++;
        }

        var value = _bits & ((1 << count) - 1);
        _bits >>= count;
        _bitCount -= count;
        return value;
    }

    public ExiFaultException Invalid() => new(ExiFault.InvalidCompression, _start);

    private static byte[] FixedLengths()
    {
        var lengths = new byte[288];
        lengths.AsSpan(0, 144).Fill(8);
        lengths.AsSpan(144, 112).Fill(9);
        lengths.AsSpan(256, 24).Fill(7);
        lengths.AsSpan(280, 8).Fill(8);
        return lengths;
    }

    private void Stored()
    {
        (_bits, _bitCount) = (0, 0);
        var length = Bits(16);
        if (length != (~Bits(16) & 0xFFFF))
        {
            throw Invalid();
        }

        for (var i = 0; i < length; i++)
        {
            Append((byte)Bits(8));
        }
    }

    private void Dynamic()
    {
        var literals = Bits(5) + 257;
        var distances = Bits(5) + 1;
        var codes = Bits(4) + 4;
        var codeLengths = new byte[19];
        for (var i = 0; i < codes; i++)
        {
            codeLengths[s_codeLengthOrder[i]] = (byte)Bits(3);
        }

        var lengths = new byte[literals + distances];
        var code = new HuffmanCode(codeLengths);
        for (var filled = 0; filled < lengths.Length;)
        {
            var symbol = code.Read(this);
            if (symbol < 16)
            {
                lengths[filled++] = (byte)symbol;
                continue;
            }

            var (value, repeat) = symbol switch
            {
                16 when filled > 0 => (lengths[filled - 1], Bits(2) + 3),
                17 => ((byte)0, Bits(3) + 3),
                18 => ((byte)0, Bits(7) + 11),
                _ => throw Invalid(),
            };
            if (repeat > lengths.Length - filled)
            {
                throw Invalid();
            }

            lengths.AsSpan(filled, repeat).Fill(value);
            filled += repeat;
        }

        Compressed(new HuffmanCode(lengths[..literals]), new HuffmanCode(lengths[literals..]));
    }

    private void Compressed(HuffmanCode lengths, HuffmanCode distances)
    {
        for (var symbol = lengths.Read(this); symbol != EndOfBlock; symbol = lengths.Read(this))
        {
            if (symbol < EndOfBlock)
            {
                Append((byte)symbol);
                continue;
            }

            if (symbol - 257 >= s_lengthBase.Length)
            {
                throw Invalid();
            }

            var length = s_lengthBase[symbol - 257] + Bits(s_lengthExtra[symbol - 257]);
            var distance = Distance(distances.Read(this));
            if (distance > _count)
            {
                throw Invalid();
            }

            for (var i = 0; i < length; i++)
            {
                Append(_output[_count - distance]);
            }
        }
    }

    private int Distance(int symbol) => symbol switch
    {
        < 4 => symbol + 1,
        < 30 when (symbol / 2) - 1 is var extra => ((2 + (symbol & 1)) << extra) + 1 + Bits(extra),
        _ => throw Invalid(),
    };

    private void Append(byte octet)
    {
        if (_count == _output.Length)
        {
            // Past one window a stream must show what it grows from.
            var limits = _source.Limits;
            if (_count >= limits.MaxInflatedOctets || _count > WindowOctets && _count / limits.MaxInflationRatio > _taken)
            {
                throw new ExiFaultException(ExiFault.InflatedTooFar, _start);
            }

            Array.Resize(ref _output, (int)Math.Min(_output.Length * 2L, limits.MaxInflatedOctets));
        }

        _output[_count++] = octet;
    }
}
