using System.Numerics;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tariffs;

/// <summary>An exact fraction: hours are 3600ths, so decimals do not hold every cost.</summary>
internal readonly struct Rational : IComparable<Rational>
{
    private readonly BigInteger _denominatorLessOne;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        _denominatorLessOne = (denominator / divisor) - 1;
    }

    public BigInteger Numerator { get; }

    /// <summary>Always positive; stored less one so that the default value is zero.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    public static Rational From(decimal value)
    {
        BigInteger denominator = 1;
        while (decimal.Truncate(value) != value)
        {
            value *= 10;
            denominator *= 10;
        }

        return new(new BigInteger(value), denominator);
    }

    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, BigInteger right) => new(left.Numerator, left.Denominator * right);

    /// <summary>Division by a positive fraction.</summary>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest integer; a half goes away from zero.</summary>
    public BigInteger RoundHalfUp()
    {
        var magnitude = ((BigInteger.Abs(Numerator) * 2) + Denominator) / (Denominator * 2);
        return Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>The nearest integer; a half goes to the even neighbour.</summary>
    public BigInteger RoundHalfEven()
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(Numerator), Denominator, out var remainder);
        var order = (remainder * 2).CompareTo(Denominator);
        var magnitude = order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
        return Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>The integer below.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The value with at most twelve decimal digits, for people and for bridges.</summary>
    public decimal ToDecimal()
    {
        var scaled = (this * new Rational(BigInteger.Pow(10, 12), 1)).RoundHalfUp();
        return BigInteger.Abs(scaled) > new BigInteger(decimal.MaxValue) ? decimal.MaxValue : (decimal)scaled / 1_000_000_000_000m;
    }

    /// <summary>The value in the smallest unit of a currency.</summary>
    public Rational InMinorUnits(Currency currency) => this * new Rational(BigInteger.Pow(10, currency.Exponent), 1);
}
