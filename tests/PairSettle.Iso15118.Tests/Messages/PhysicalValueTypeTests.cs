using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.Iso2;
using Din = PairSettle.Iso15118.Din70121;

namespace PairSettle.Iso15118.Tests.Messages;

public sealed class PhysicalValueTypeTests
{
    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("400", 0, 400)]
    [InlineData("32.5", -1, 325)]
    [InlineData("0.001", -3, 1)]
    [InlineData("-32.768", -3, -32768)]
    [InlineData("32767", 0, 32767)]
    [InlineData("32768", 1, 3277)]
    [InlineData("150000", 1, 15000)]
    [InlineData("-327680", 1, -32768)]
    [InlineData("350000", 2, 3500)]
    [InlineData("32767000", 3, 32767)]
    public void FromDecimal_Number_TakesTheMultiplierNearestToZero(string number, int multiplier, int value)
    {
        var quantity = PhysicalValueType.FromDecimal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), UnitSymbolType.W);
        Assert.Equal(new() { Multiplier = (sbyte)multiplier, Unit = UnitSymbolType.W, Value = (short)value }, quantity);
    }

    [Fact]
    public void FromDecimal_EveryRepresentableValue_IsExact()
    {
        for (sbyte multiplier = -3; multiplier <= 3; multiplier++)
        {
            for (int value = short.MinValue; value <= short.MaxValue; value++)
            {
                var quantity = new PhysicalValueType { Multiplier = multiplier, Unit = UnitSymbolType.A, Value = (short)value };
                var again = PhysicalValueType.FromDecimal(quantity.ToDecimal(), UnitSymbolType.A);
                if (again.ToMilliUnits() != quantity.ToMilliUnits() || Math.Abs(again.Multiplier) > Math.Abs(multiplier))
                {
                    Assert.Fail($"{quantity} became {again.Value}e{again.Multiplier}");
                }
            }
        }
    }

    [Fact]
    public void FromMilliUnits_RoundedDown_NeverExceedsTheLimit()
    {
        var numbers =
            from units in Gen.Choose(-32_767_000, 32_766_999)
            from shrink in Gen.Choose(0, 6)
            from thousandths in Gen.Choose(0, 999)
            select (units / (long)Math.Pow(10, shrink) * 1000) + thousandths;
        var property = Prop.ForAll(numbers.ToArbitrary(), milliUnits =>
        {
            var limit = PhysicalValueType.FromMilliUnits(milliUnits, UnitSymbolType.W, MidpointRounding.ToNegativeInfinity);
            var lost = milliUnits - limit.ToMilliUnits();
            return lost >= 0 && lost < (long)Math.Pow(10, limit.Multiplier + 3);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(new Replay(new Rnd(15118, 2013), null)), property);
    }

    [Theory]
    [InlineData("32767500")]
    [InlineData("-32768500.1")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void FromDecimal_TooLarge_Throws(string number)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentOutOfRangeException>(() => PhysicalValueType.FromDecimal(value, UnitSymbolType.W));
        Assert.False(PhysicalValueType.TryFromDecimal(value, UnitSymbolType.W, out _));
    }

    [Fact]
    public void TryFromDecimal_TooManyDigits_ReportsIt()
    {
        Assert.False(PhysicalValueType.TryFromDecimal(32768, UnitSymbolType.W, out _));
        Assert.False(PhysicalValueType.TryFromDecimal(0.0001m, UnitSymbolType.A, out _));
        Assert.False(PhysicalValueType.TryFromDecimal(32767400, UnitSymbolType.W, out _));
        Assert.True(PhysicalValueType.TryFromDecimal(-32768000, UnitSymbolType.W, out var least));
        Assert.Equal(-32_768_000_000, least.ToMilliUnits());
    }

    [Fact]
    public void ToMilliUnits_MultiplierOutOfRange_Throws()
    {
        var quantity = new PhysicalValueType { Multiplier = 4, Unit = UnitSymbolType.W, Value = 1 };
        Assert.Throws<InvalidOperationException>(() => quantity.ToMilliUnits());
        Assert.Equal("1e4 W", quantity.ToString());
    }

    [Fact]
    public void From_NamedUnits_CarryTheirUnit()
    {
        Assert.Equal("11000 W", PhysicalValueType.FromWatts(11_000).ToString());
        Assert.Equal("60000 Wh", PhysicalValueType.FromWattHours(60_000).ToString());
        Assert.Equal("400.5 V", PhysicalValueType.FromVolts(400.5m).ToString());
        Assert.Equal("16 A", PhysicalValueType.FromAmperes(16).ToString());
        Assert.Equal("1.5 s", PhysicalValueType.FromTime(TimeSpan.FromMilliseconds(1500)).ToString());
    }

    [Theory]
    [InlineData("32.5", "32.5 A")]
    [InlineData("0", "0 A")]
    [InlineData("150000", "150000 A")]
    public void FromDecimal_OfDin_KeepsNumberAndUnit(string number, string text)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var quantity = Din.PhysicalValueType.FromDecimal(value, Din.UnitSymbolType.A);

        Assert.Equal(value, quantity.ToDecimal());
        Assert.Equal(text, quantity.ToString());
        Assert.Equal(number, (quantity with { Unit = null }).ToString());
        Assert.Equal("5 W/s", new Din.PhysicalValueType { Multiplier = 0, Unit = Din.UnitSymbolType.W_s, Value = 5 }.ToString());
    }
}
