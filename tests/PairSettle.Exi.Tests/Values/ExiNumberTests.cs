namespace PairSettle.Exi.Tests.Values;

public class ExiNumberTests
{
    [Theory]
    [InlineData("1.050", "1.05")]
    [InlineData("-0.0", "0.0")]
    [InlineData(" +.5 ", "0.5")]
    [InlineData("007", "7.0")]
    [InlineData("-12345678901234567890123456789012345678901234567890.000000000000000000000000000001", "-12345678901234567890123456789012345678901234567890.000000000000000000000000000001")]
    public void Parse_Decimal_IsCanonical(string literal, string expected) => Assert.Equal(expected, ExiDecimal.Parse(literal).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("--1")]
    public void TryParse_NoDecimal_IsRefused(string literal) => Assert.False(ExiDecimal.TryParse(literal, out _));

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("1.10")]
    public void ToDecimal_DecimalOfTheFramework_IsTheSame(string literal)
    {
        var number = decimal.Parse(literal, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(number, ExiDecimal.FromDecimal(number).ToDecimal());
    }

    [Theory]
    [InlineData("1500", 15, 2)]
    [InlineData("-0.0250e-3", -25, -6)]
    [InlineData("0e7", 0, 0)]
    [InlineData("INF", 1, -16384)]
    [InlineData("-INF", -1, -16384)]
    [InlineData("NaN", 0, -16384)]
    [InlineData("9223372036854775807E16383", long.MaxValue, 16383)]
    public void Parse_Float_HasTheShortestMantissa(string literal, long mantissa, int exponent) =>
        Assert.Equal(new ExiFloat(mantissa, exponent), ExiFloat.Parse(literal));

    [Theory]
    [InlineData("")]
    [InlineData("1E16384")]
    [InlineData("9223372036854775808")]
    [InlineData("inf")]
    public void TryParse_NoFloat_IsRefused(string literal) => Assert.False(ExiFloat.TryParse(literal, out _));

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1.7976931348623157E+308)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(1e22)]
    public void ToDouble_BinaryNumber_IsTheSame(double value) => Assert.Equal(value, ExiFloat.FromDouble(value).ToDouble());
}
