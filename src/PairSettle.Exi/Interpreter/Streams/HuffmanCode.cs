namespace PairSettle.Exi.Interpreter.Streams;

/// <summary>A canonical Huffman code (RFC 1951, 3.2.2), given by the length of each symbol's code.</summary>
internal sealed class HuffmanCode
{
    private const int MaxLength = 15;

    private readonly int[] _counts = new int[MaxLength + 1];
    private readonly int[] _symbols;

    public HuffmanCode(byte[] lengths)
    {
        foreach (var length in lengths)
        {
            _counts[length]++;
        }

        _counts[0] = 0;
        var offsets = new int[MaxLength + 2];
        for (var length = 1; length <= MaxLength; length++)
        {
            offsets[length + 1] = offsets[length] + _counts[length];
        }

        _symbols = new int[lengths.Length];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0)
            {
                _symbols[offsets[lengths[symbol]]++] = symbol;
            }
        }
    }

    /// <summary>Reads one symbol.</summary>
    public int Read(Inflater bits)
    {
        var (code, first, index) = (0, 0, 0);
        for (var length = 1; length <= MaxLength; length++)
        {
            code |= bits.Bits(1);
            var count = _counts[length];
            if (code - first < count)
            {
                return code >= first ? _symbols[index + code - first] : throw bits.Invalid();
            }

            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }

        throw bits.Invalid();
    }
}
