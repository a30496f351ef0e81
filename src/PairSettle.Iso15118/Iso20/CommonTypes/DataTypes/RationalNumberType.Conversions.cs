using System.Globalization;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

public readonly partial record struct RationalNumberType
{
    /// <summary>The most digits after the point that <see cref="FromDecimal"/> keeps.</summary>
    private const int SmallestExponent = -3;

    /// <summary>The most digits after the point, or zeros before it, that a <see cref="decimal"/> has.</summary>
    private const int DecimalDigits = 28;

    /// <summary>The number, exactly.</summary>
    /// <param name="number">The number in whole units.</param>
    /// <returns>
    /// False where a <see cref="decimal"/> does not hold it: the schema admits exponents from -128 to 127. No quantity of
    /// a charging session comes near that, so a false answer is a reason to distrust the peer.
    /// </returns>
    public bool TryToDecimal(out decimal number)
    {
        number = 0;
        var (value, exponent) = Normalize(Value, Exponent);
        if (exponent is < -DecimalDigits or > DecimalDigits)
        {
            return false;
        }

        number = exponent < 0 ? new decimal(Math.Abs((int)value), 0, 0, value < 0, (byte)-exponent) : value;
        for (var i = 0; i < exponent; i++)
        {
            if (Math.Abs(number) > decimal.MaxValue / 10)
            {
                number = 0;
                return false;
            }

            number *= 10;
        }

        return true;
    }

    /// <summary>The number, exactly.</summary>
    /// <returns>The number in whole units.</returns>
    /// <exception cref="InvalidOperationException">A <see cref="decimal"/> does not hold it.</exception>
    public decimal ToDecimal() => TryToDecimal(out var number)
        ? number
        : throw new InvalidOperationException($"{Value}e{Exponent} is too large or too small for a decimal.");

    /// <summary>
    /// Represents a number as closely as 16 bits and a power of ten allow, to a thousandth at best, with the exponent
    /// nearest to 0 among those that lose nothing more.
    /// </summary>
    /// <param name="number">The number in whole units.</param>
    /// <param name="rounding">
    /// What to do with digits that do not fit: a limit must not be rounded up, so limits take
    /// <see cref="MidpointRounding.ToNegativeInfinity"/>.
    /// </param>
    /// <returns>The number.</returns>
    public static RationalNumberType FromDecimal(decimal number, MidpointRounding rounding = MidpointRounding.ToEven)
    {
        var (scaled, exponent) = Math.Abs(number) > short.MaxValue ? (number, 0) : (number * 1000, SmallestExponent);
        while (decimal.Round(scaled, rounding) is < short.MinValue or > short.MaxValue)
        {
            scaled /= 10;
            exponent++;
        }

        var (value, normal) = Normalize((short)decimal.Round(scaled, rounding), exponent);
        return new() { Exponent = (sbyte)normal, Value = value };
    }

    /// <summary>The number, such as <c>32.5</c>.</summary>
    /// <returns>Text for people, in the invariant culture.</returns>
    public override string ToString() => TryToDecimal(out var number)
        ? number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Value}e{Exponent}");

    /// <summary>Takes zeros after the point away.</summary>
    private static (short Value, int Exponent) Normalize(short value, int exponent)
    {
        while (exponent < 0 && value % 10 == 0)
        {
            value /= 10;
            exponent++;
        }

        return (value, value == 0 ? 0 : exponent);
    }
}
