using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Bits;

/// <summary>A restricted set of characters, each with a short code; others follow an escape (EXI 1.0, 7.1.10.1).</summary>
internal sealed class CharacterSet
{
    private const string WhiteSpace = "\t\n\r ";
    private const string Digits = "0123456789";

    private readonly int[] _characters;

    public CharacterSet(IEnumerable<int> characters)
    {
        _characters = characters.Distinct().Order().ToArray();
        Width = CodeWidth.Of(_characters.Length + 1);
    }

    public CharacterSet(string characters)
        : this(characters.EnumerateRunes().Select(character => character.Value))
    {
    }

    // The sets of the datatypes when literals are kept as they are (EXI 1.0, table 7-2).
    public static CharacterSet Base64 { get; } = new(WhiteSpace + Digits + "+/=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static CharacterSet Hexadecimal { get; } = new(WhiteSpace + Digits + "ABCDEFabcdef");

    public static CharacterSet Boolean { get; } = new(WhiteSpace + "01aeflrstu");

    public static CharacterSet DateTime { get; } = new(WhiteSpace + Digits + "+-.:TZ");

    public static CharacterSet Decimal { get; } = new(WhiteSpace + Digits + "+-.");

    public static CharacterSet Float { get; } = new(WhiteSpace + Digits + "+-.EFINae");

    public static CharacterSet Integer { get; } = new(WhiteSpace + Digits + "+-");

    /// <summary>The bits of a code.</summary>
    public int Width { get; }

    /// <summary>The number of characters, and the code that says that another one follows.</summary>
    public int Escape => _characters.Length;

    /// <summary>The character of a code below the escape.</summary>
    public int this[int code] => _characters[code];

    /// <summary>The code of a character; the escape for one that has none.</summary>
    public int CodeOf(int codePoint)
    {
        var code = Array.BinarySearch(_characters, codePoint);
        return code < 0 ? Escape : code;
    }

    /// <summary>Whether every character has a code.</summary>
    public bool Covers(string text)
    {
        foreach (var character in text)
        {
            if (CodeOf(character) == Escape)
            {
                return false;
            }
        }

        return true;
    }
}
