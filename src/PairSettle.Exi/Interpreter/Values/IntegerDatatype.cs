using System.Globalization;
using System.Numerics;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Integers in their three representations (EXI 1.0, 7.1.5, 7.1.6 and 7.1.9).</summary>
/// <param name="representation">The representation.</param>
/// <param name="minimum">The smallest value, where the range is bounded.</param>
/// <param name="maximum">The largest value, where the range is bounded.</param>
internal sealed class IntegerDatatype(IntegerRepresentation representation, BigInteger minimum = default, BigInteger maximum = default) : Datatype
{
    private const int ShortLiteral = 18; // digits and sign that always fit 64 bits

    // Bounds of 64 bits, which nearly all are.
    private readonly long? _minimum = minimum >= long.MinValue && maximum <= long.MaxValue ? (long)minimum : null;
    private readonly long _maximum = minimum >= long.MinValue && maximum <= long.MaxValue ? (long)maximum : 0;
    private readonly int _range = representation == IntegerRepresentation.Bounded ? (int)(maximum - minimum) : 0;
    private readonly int _width = representation == IntegerRepresentation.Bounded ? CodeWidth.Of((int)(maximum - minimum) + 1) : 0;

    public override Datatype Lexical => StringDatatype.Integer;

    public static bool TryParse(ReadOnlySpan<char> literal, int maxBits, out TypedValue value)
    {
        literal = literal.Trim();
        value = default;
        if (literal.Length <= ShortLiteral)
        {
            var isShort = long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            value = new TypedValue(number);
            return isShort;
        }

        if (literal.Length > maxBits || !BigInteger.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big))
        {
            return false;
        }

        value = TypedValue.Of(big);
        return true;
    }

    public static void WriteSigned(BitSink sink, BigInteger value)
    {
        sink.WriteBoolean(value.Sign < 0);
        sink.WriteUnsigned(value.Sign < 0 ? -value - 1 : value);
    }

    public static void WriteSigned(BitSink sink, long value)
    {
        sink.WriteBoolean(value < 0);
        sink.WriteUnsigned(value < 0 ? ~value : value);
    }

    public static BigInteger ReadSigned(BitSource source)
    {
        var isNegative = source.ReadBoolean();
        var big = source.ReadUnsigned(out var small) ?? small;
        return isNegative ? -big - 1 : big;
    }

    public override bool TryParse(string literal, out TypedValue value) => TryParse(literal, MaxLiteral, out value) && representation switch
    {
        IntegerRepresentation.Bounded when _minimum is { } least && value.Content is null => value.Number >= least && value.Number <= _maximum,
        IntegerRepresentation.Bounded => value.Integer >= minimum && value.Integer <= maximum,
        IntegerRepresentation.Unsigned => value.Content is null ? value.Number >= 0 : value.Integer.Sign >= 0,
        _ => true,
    };

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        switch (representation)
        {
            case IntegerRepresentation.Bounded when _minimum is { } least:
                sink.WriteNBit((int)(value.Number - least), _width);
                break;
            case IntegerRepresentation.Bounded:
                sink.WriteNBit((int)(value.Integer - minimum), _width);
                break;
            case IntegerRepresentation.Unsigned when value.Content is null:
                sink.WriteUnsigned(value.Number);
                break;
            case IntegerRepresentation.Unsigned:
                sink.WriteUnsigned(value.Integer);
                break;
            case IntegerRepresentation.Signed when value.Content is null:
                WriteSigned(sink, value.Number);
                break;
            default:
                WriteSigned(sink, value.Integer);
                break;
        }
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        switch (representation)
        {
            case IntegerRepresentation.Bounded:
                var start = source.BitOffset;
                var offset = source.ReadNBit(_width);
                return offset > _range ? throw new ExiFaultException(ExiFault.ValueOutOfRange, start)
                    : _minimum is { } least ? (least + offset).ToString(CultureInfo.InvariantCulture)
                    : (minimum + offset).ToString(CultureInfo.InvariantCulture);
            case IntegerRepresentation.Unsigned:
                return Format(source.ReadUnsigned(out var small), small);
            default:
                var isNegative = source.ReadBoolean();
                var big = source.ReadUnsigned(out small);
                return isNegative ? Format(-big - 1, ~small) : Format(big, small);
        }
    }

    private static string Format(BigInteger? big, long small) =>
        big?.ToString(CultureInfo.InvariantCulture) ?? small.ToString(CultureInfo.InvariantCulture);

    /// <summary>Characters of a literal; longer ones would take long to convert and no limit of a reader admits them.</summary>
    private const int MaxLiteral = 4096;
}
