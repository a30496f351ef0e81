using System.Globalization;

namespace PairSettle.Exi;

/// <summary>
/// A floating-point number as EXI holds it (EXI 1.0, 7.1.4): a mantissa and an exponent of ten, for <c>xs:float</c> and
/// <c>xs:double</c>. The parts compare, so that what was read is written again: 10 x 10^0 is not 1 x 10^1 here.
/// </summary>
/// <param name="Mantissa">The digits with their sign.</param>
/// <param name="Exponent">The exponent of ten, from -16,383 to 16,383; -16,384 marks infinity and what is no number.</param>
public readonly record struct ExiFloat(long Mantissa, int Exponent)
{
    internal const int SpecialExponent = -(1 << 14);
    internal const int MaxExponent = (1 << 14) - 1;

    /// <summary>Infinity, <c>INF</c>.</summary>
    public static ExiFloat PositiveInfinity => new(1, SpecialExponent);

    /// <summary>Minus infinity, <c>-INF</c>.</summary>
    public static ExiFloat NegativeInfinity => new(-1, SpecialExponent);

    /// <summary>No number, <c>NaN</c>.</summary>
    public static ExiFloat NaN => new(0, SpecialExponent);

    /// <summary>Whether the parts are in the ranges of EXI.</summary>
    internal bool IsValid => Exponent is >= SpecialExponent and <= MaxExponent;

    /// <summary>Reads a literal of <c>xs:float</c> or <c>xs:double</c>.</summary>
    /// <param name="literal">The literal; white space around it does not count.</param>
    /// <param name="value">The number with the shortest mantissa, on success.</param>
    /// <returns>Whether it is such a literal, and EXI has its number.</returns>
    public static bool TryParse(ReadOnlySpan<char> literal, out ExiFloat value)
    {
        var text = literal.Trim();
        value = text switch
        {
            "INF" => PositiveInfinity,
            "-INF" => NegativeInfinity,
            "NaN" => NaN,
            _ => default,
        };
        if (value.Exponent == SpecialExponent)
        {
            return true;
        }

        var split = text.IndexOfAny('E', 'e');
        var exponent = 0;
        if (split >= 0 && !int.TryParse(text[(split + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return false;
        }

        var mantissa = split < 0 ? text : text[..split];
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && TryNormalize(number, (long)exponent - fraction, out value);
    }

    /// <summary>Reads a literal of <c>xs:float</c> or <c>xs:double</c>.</summary>
    /// <param name="literal">The literal.</param>
    /// <returns>The number with the shortest mantissa.</returns>
    /// <exception cref="FormatException">The text is no such literal, or EXI does not have its number.</exception>
    public static ExiFloat Parse(ReadOnlySpan<char> literal) =>
        TryParse(literal, out var value) ? value : throw new FormatException("no literal of xs:float or xs:double");

    /// <summary>The shortest decimal number that a binary one is read from again.</summary>
    /// <param name="value">The binary number.</param>
    /// <returns>The number.</returns>
    public static ExiFloat FromDouble(double value) =>
        double.IsNaN(value) ? NaN
        : double.IsInfinity(value) ? value > 0 ? PositiveInfinity : NegativeInfinity
        : Parse(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The binary number that is the nearest.</summary>
    /// <returns>The number; infinite where it is beyond those of 64 bits.</returns>
    public double ToDouble() =>
        Exponent == SpecialExponent
            ? Mantissa switch { 1 => double.PositiveInfinity, -1 => double.NegativeInfinity, _ => double.NaN }
            : double.Parse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The literal: mantissa and exponent, or the name of what is no finite number.</summary>
    /// <returns>The literal.</returns>
    public override string ToString() => Exponent == SpecialExponent
        ? Mantissa switch { 1 => "INF", -1 => "-INF", _ => "NaN" }
        : string.Create(CultureInfo.InvariantCulture, $"{Mantissa}E{Exponent}");

    /// <summary>Different literals of one number are written alike.</summary>
    private static bool TryNormalize(long mantissa, long exponent, out ExiFloat value)
    {
        for (; mantissa != 0 && mantissa % 10 == 0; mantissa /= 10)
        {
            exponent++;
        }

        exponent = mantissa == 0 ? 0 : exponent;
        var isInRange = exponent is > SpecialExponent and <= MaxExponent;
        value = isInRange ? new(mantissa, (int)exponent) : default;
        return isInRange;
    }
}
