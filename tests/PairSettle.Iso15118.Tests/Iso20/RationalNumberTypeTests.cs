using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Tests.Iso20;

public sealed class RationalNumberTypeTests
{
    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("400", 0, 400)]
    [InlineData("32.5", -1, 325)]
    [InlineData("0.001", -3, 1)]
    [InlineData("-32.768", -3, -32768)]
    [InlineData("32767", 0, 32767)]
    [InlineData("-32768", 0, -32768)]
    [InlineData("32768", 1, 3277)]
    [InlineData("150000", 1, 15000)]
    [InlineData("0.0004", 0, 0)]
    [InlineData("79228162514264337593543950335", 25, 7923)]
    public void FromDecimal_Number_IsTheClosest(string number, int exponent, int value)
    {
        var rational = RationalNumberType.FromDecimal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((exponent, value), (rational.Exponent, rational.Value));
    }

    [Fact]
    public void FromDecimal_Limit_IsRoundedDown() => Assert.Equal(
        32760m, RationalNumberType.FromDecimal(32769m, MidpointRounding.ToNegativeInfinity).ToDecimal());

    [Theory]
    [InlineData(1, 28, "10000000000000000000000000000")]
    [InlineData(-7, 28, "-70000000000000000000000000000")]
    [InlineData(-32768, -28, "-0.0000000000000000000000032768")]
    [InlineData(100, -30, "0.0000000000000000000000000001")]
    [InlineData(0, 127, "0")]
    public void TryToDecimal_NumberThatFits_IsExact(short value, sbyte exponent, string expected)
    {
        Assert.True(new RationalNumberType { Value = value, Exponent = exponent }.TryToDecimal(out var number));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData(8, 28)]
    [InlineData(32767, 25)]
    [InlineData(1, 127)]
    [InlineData(1, -29)]
    [InlineData(short.MinValue, sbyte.MinValue)]
    public void TryToDecimal_NumberThatDoesNotFit_SaysSo(short value, sbyte exponent)
    {
        var rational = new RationalNumberType { Value = value, Exponent = exponent };

        Assert.False(rational.TryToDecimal(out _));
        Assert.Throws<InvalidOperationException>(() => rational.ToDecimal());
        Assert.Equal($"{value}e{exponent}", rational.ToString());
    }

    [Fact]
    public void FromDecimal_ThousandthsOfSixteenBits_ComeBackUnchanged() => Prop.ForAll(
        (from value in Gen.Choose(short.MinValue, short.MaxValue) from exponent in Gen.Choose(-3, 24) select (value, exponent)).ToArbitrary(),
        sample =>
        {
            var rational = new RationalNumberType { Value = (short)sample.value, Exponent = (sbyte)sample.exponent };
            var number = rational.ToDecimal();
            return RationalNumberType.FromDecimal(number).ToDecimal() == number;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_261_127, 7));

    [Fact]
    public void ToString_Number_IsTextForPeople() => Assert.Equal("32.5", RationalNumberType.FromDecimal(32.5m).ToString());
}
