using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>A restricted set of characters, each with a short code; others follow an escape (EXI 1.0, 7.1.10.1).</summary>
internal sealed class CharacterSet
{
    private const string WhiteSpace = "\t\n\r ";
    private const string Digits = "0123456789";

    private readonly int[] _characters;
    private readonly int _width;

    public CharacterSet(IEnumerable<int> characters)
    {
        _characters = characters.Distinct().Order().ToArray();
        _width = CodeWidth.Of(_characters.Length + 1);
    }

    private CharacterSet(string characters)
        : this((WhiteSpace + characters).Select(character => (int)character))
    {
    }

    // The sets of the datatypes when literals are kept as they are (EXI 1.0, table 7-2).
    public static CharacterSet Base64 { get; } = new(Digits + "+/=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static CharacterSet Hexadecimal { get; } = new(Digits + "ABCDEFabcdef");

    public static CharacterSet Boolean { get; } = new("01aeflrstu");

    public static CharacterSet DateTime { get; } = new(Digits + "+-.:TZ");

    public static CharacterSet Decimal { get; } = new(Digits + "+-.");

    public static CharacterSet Float { get; } = new(Digits + "+-.EFINae");

    public static CharacterSet Integer { get; } = new(Digits + "+-");

    public int Read(BitSource source)
    {
        var start = source.BitOffset;
        var code = source.ReadNBit(_width);
        return code < _characters.Length ? _characters[code]
            : code == _characters.Length ? source.ReadCodePoint()
            : throw new ExiFaultException(ExiFault.InvalidCharacter, start);
    }

    public void Write(BitSink sink, int codePoint)
    {
        var code = Array.BinarySearch(_characters, codePoint);
        sink.WriteNBit(code < 0 ? _characters.Length : code, _width);
        if (code < 0)
        {
            sink.WriteUnsigned(codePoint);
        }
    }
}
