using System.Text;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Strings without a table: a length in code points and the code points (EXI 1.0, 7.1.10).</summary>
internal static class Text
{
    private const int LongestOnStack = 128;

    public static string Read(BitSource source) => Read(source, source.ReadLength(source.Limits.MaxStringLength, ExiFault.StringTooLong));

    /// <summary>Reads characters.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="length">The number of code points.</param>
    /// <param name="characters">The characters that have codes of their own, or null.</param>
    public static string Read(BitSource source, int length, CharacterSet? characters = null)
    {
        if (characters is null && source.TryReadText(length) is { } plain)
        {
            return plain;
        }

        Span<char> few = stackalloc char[LongestOnStack];
        StringBuilder? many = null;
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            if (count > few.Length - 2)
            {
                (many ??= new StringBuilder()).Append(few[..count]);
                count = 0;
            }

            var codePoint = characters is null ? source.ReadCodePoint() : ReadCodePoint(source, characters);
            count += new Rune(codePoint).EncodeToUtf16(few[count..]);
        }

        return many is null ? new string(few[..count]) : many.Append(few[..count]).ToString();
    }

    /// <summary>Writes a string.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="text">The string.</param>
    /// <param name="offset">What the length is increased by.</param>
    /// <param name="characters">The characters that have codes of their own, or null.</param>
    public static void Write(BitSink sink, string text, int offset = 0, CharacterSet? characters = null)
    {
        var length = Length(text);
        sink.WriteUnsigned(length < 0 ? throw new ExiFaultException(ExiFault.InvalidCharacter, sink.BitOffset) : length + (long)offset);
        if (characters is null && length == text.Length && XmlCharacters.IsPlain(text))
        {
            sink.WriteText(text);
            return;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            var code = characters?.CodeOf(rune.Value);
            if (code is not null)
            {
                sink.WriteNBit(code.Value, characters!.Width);
            }

            if (code == characters?.Escape)
            {
                sink.WriteUnsigned(rune.Value);
            }
        }
    }

    /// <summary>The number of code points, or -1 if one is no XML character.</summary>
    public static int Length(string text) => XmlCharacters.CountCodePoints(text);

    private static int ReadCodePoint(BitSource source, CharacterSet characters)
    {
        var start = source.BitOffset;
        var code = source.ReadNBit(characters.Width);
        return code < characters.Escape ? characters[code]
            : code == characters.Escape ? source.ReadCodePoint()
            : throw new ExiFaultException(ExiFault.InvalidCharacter, start);
    }
}
