using System.Globalization;
using System.Numerics;

namespace PairSettle.Exi;

/// <summary>
/// A decimal number of any length (<c>xs:decimal</c>). Numbers compare by value: <c>1.50</c> and <c>1.5</c> are one, and
/// zero has no sign.
/// </summary>
public readonly record struct ExiDecimal
{
    private const int MaxLiteral = 4096;

    private ExiDecimal(bool isNegative, BigInteger whole, BigInteger reversedFraction)
    {
        IsNegative = isNegative;
        Whole = whole;
        ReversedFraction = reversedFraction;
    }

    /// <summary>Whether the number is less than zero.</summary>
    public bool IsNegative { get; }

    /// <summary>The digits before the point, without a sign.</summary>
    public BigInteger Whole { get; }

    /// <summary>
    /// The digits after the point in reverse, as EXI writes them (EXI 1.0, 7.1.3): 50 for <c>.05</c>, which is also what
    /// <c>.050</c> has.
    /// </summary>
    public BigInteger ReversedFraction { get; }

    /// <summary>Puts a number together.</summary>
    /// <param name="isNegative">The sign. Zero has the sign of positive numbers, whatever is said here.</param>
    /// <param name="whole">The digits before the point, not negative.</param>
    /// <param name="reversedFraction">The digits after the point in reverse, not negative.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of the parts is negative.</exception>
    public static ExiDecimal Create(bool isNegative, BigInteger whole, BigInteger reversedFraction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        ArgumentOutOfRangeException.ThrowIfNegative(reversedFraction);
        return new(isNegative && !(whole.IsZero && reversedFraction.IsZero), whole, reversedFraction);
    }

    /// <summary>Reads a literal of <c>xs:decimal</c> of at most 4,096 characters.</summary>
    /// <param name="literal">The literal; white space around it does not count.</param>
    /// <param name="value">The number, on success.</param>
    /// <returns>Whether it is such a literal.</returns>
    public static bool TryParse(ReadOnlySpan<char> literal, out ExiDecimal value)
    {
        value = default;
        var text = literal.Trim();
        var isNegative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        if (text.Length > MaxLiteral || whole.Length + fraction.Length == 0 || !Digits.Are(whole) || !Digits.Are(fraction))
        {
            return false;
        }

        value = Create(isNegative, Digits.Number(whole), Digits.ReversedNumber(fraction));
        return true;
    }

    /// <summary>Reads a literal of <c>xs:decimal</c>.</summary>
    /// <param name="literal">The literal.</param>
    /// <returns>The number.</returns>
    /// <exception cref="FormatException">The text is no such literal, or longer than 4,096 characters.</exception>
    public static ExiDecimal Parse(ReadOnlySpan<char> literal) =>
        TryParse(literal, out var value) ? value : throw new FormatException("no literal of xs:decimal");

    /// <summary>The number as a decimal of the framework.</summary>
    /// <returns>The number, rounded where it has more than some 28 digits.</returns>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public decimal ToDecimal() => decimal.Parse(ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>The canonical literal, with one digit at least on both sides of the point.</summary>
    /// <returns>The literal.</returns>
    public override string ToString() =>
        $"{(IsNegative ? "-" : string.Empty)}{Whole.ToString(CultureInfo.InvariantCulture)}.{Digits.Reversed(ReversedFraction)}";

    /// <summary>A decimal of the framework, exactly.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ExiDecimal(decimal value) => FromDecimal(value);

    /// <summary>A decimal of the framework, exactly.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The number.</returns>
    public static ExiDecimal FromDecimal(decimal value) => Parse(value.ToString(CultureInfo.InvariantCulture));
}
