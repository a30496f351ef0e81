using System.Globalization;
using System.Numerics;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>Decimals (EXI 1.0, 7.1.3): a sign, the whole part, and the digits of the fraction in reverse.</summary>
internal sealed class DecimalDatatype : Datatype
{
    private const int MaxLiteral = 4096;

    public override Datatype Lexical => StringDatatype.Decimal;

    public override bool TryParse(string literal, out TypedValue value)
    {
        value = default;
        var text = literal.AsSpan().Trim();
        var isNegative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (text.Length > MaxLiteral || whole.Length + fraction.Length == 0 || !IsDigits(whole) || !IsDigits(fraction))
        {
            return false;
        }

        var reversed = fraction.ToArray();
        Array.Reverse(reversed);
        var content = (Whole: Number(whole), Fraction: Number(reversed));

        // Zero has one value, and its sign is that of positive numbers.
        isNegative &= !content.Whole.IsZero || !content.Fraction.IsZero;
        value = new TypedValue(isNegative ? 1 : 0, 0, content);
        return true;
    }

    public override void Write(BitSink sink, ValueTable values, NameEntry name, in TypedValue value)
    {
        var (whole, fraction) = ((BigInteger, BigInteger))value.Content!;
        sink.WriteBoolean(value.Number == 1);
        sink.WriteUnsigned(whole);
        sink.WriteUnsigned(fraction);
    }

    public override string Read(BitSource source, ValueTable values, NameEntry name)
    {
        var sign = source.ReadBoolean() ? "-" : string.Empty;
        var whole = source.ReadUnsigned(out var small) ?? small;
        var fraction = (source.ReadUnsigned(out small) ?? small).ToString(CultureInfo.InvariantCulture).ToCharArray();
        Array.Reverse(fraction);
        return $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}.{new string(fraction)}";
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static BigInteger Number(ReadOnlySpan<char> digits) =>
        digits.IsEmpty ? BigInteger.Zero : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
