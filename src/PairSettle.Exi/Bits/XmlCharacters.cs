namespace PairSettle.Exi.Bits;

/// <summary>The characters that XML 1.0 allows (clause 2.2), and lengths counted in them.</summary>
internal static class XmlCharacters
{
    /// <summary>Whether a code point is an XML character.</summary>
    public static bool IsAllowed(uint codePoint) => codePoint switch
    {
        < 0x20 => codePoint is '\t' or '\n' or '\r',
        < 0xD800 => true,
        < 0xE000 => false,
        < 0xFFFE => true,
        < 0x10000 => false,
        _ => codePoint <= 0x10FFFF,
    };

    /// <summary>Whether every character is printable ASCII or DEL, so that each is one octet in EXI.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange(' ', '\x7F') < 0;

    /// <summary>The number of code points, or -1 if one of them is no XML character.</summary>
    public static int CountCodePoints(ReadOnlySpan<char> text)
    {
        if (IsPlain(text))
        {
            return text.Length;
        }

        var count = 0;
        for (var i = 0; i < text.Length; i++, count++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (!IsAllowed(text[i]))
            {
                return -1;
            }
        }

        return count;
    }
}
