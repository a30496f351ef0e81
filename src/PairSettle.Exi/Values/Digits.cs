using System.Globalization;
using System.Numerics;

namespace PairSettle.Exi;

/// <summary>Decimal digits as numbers, the way EXI writes fractions: in reverse, so that zeros at their end vanish.</summary>
internal static class Digits
{
    public static bool Are(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    public static BigInteger Number(ReadOnlySpan<char> digits) =>
        digits.IsEmpty ? BigInteger.Zero : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    public static BigInteger ReversedNumber(ReadOnlySpan<char> digits)
    {
        var reversed = digits.ToArray();
        Array.Reverse(reversed);
        return Number(reversed);
    }

    public static string Reversed(BigInteger number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).ToCharArray();
        Array.Reverse(digits);
        return new string(digits);
    }
}
