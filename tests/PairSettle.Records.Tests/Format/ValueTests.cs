using PairSettle.Records.Format;

namespace PairSettle.Records.Tests.Format;

public sealed class ValueTests
{
    [Fact]
    public void Digest_BytesAndOrder_AreThoseOfTheOctets()
    {
        var octets = Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray();
        var digest = new Digest(octets);
        Assert.Equal(octets, digest.ToArray());
        Assert.Equal(Convert.ToHexStringLower(octets), digest.ToString());
        Assert.True(Digest.None < digest);
        Assert.True(Digest.None.IsNone);
        Assert.Throws<ArgumentException>(() => new Digest(new byte[31]));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.Of([]).ToString());
    }

    [Fact]
    public void Money_OtherCurrency_IsNotMixed()
    {
        var euro = new Money(150, Currency.Euro);
        Assert.Equal("1.50 EUR", euro.ToString());
        Assert.Equal("150 JPY", new Money(150, new("JPY", 0)).ToString());
        Assert.Equal(new(100, Currency.Euro), euro - new Money(50, Currency.Euro));
        Assert.Throws<InvalidOperationException>(() => euro + new Money(1, new("USD", 2)));
        Assert.Throws<InvalidOperationException>(() => euro < new Money(1, new("EUR", 3)));
    }

    [Fact]
    public void Caps_Tighten_TakesTheLowerOfEach()
    {
        var left = new Caps { EnergyWh = 10, Amount = new(5, Currency.Euro) };
        var right = new Caps { EnergyWh = 20, Amount = new(4, Currency.Euro), Duration = TimeSpan.FromSeconds(1) };
        var both = left.Tighten(right);
        Assert.Equal(new() { EnergyWh = 10, Amount = new(4, Currency.Euro), Duration = TimeSpan.FromSeconds(1) }, both);
        Assert.Equal(both, right.Tighten(left));
        Assert.True(both.IsComplete);
        Assert.True(both.IsWithin(left) && both.IsWithin(right) && both.IsWithin(Caps.None));
        Assert.False(left.IsWithin(right));
        Assert.False(Caps.None.IsWithin(left));
        Assert.False((both with { Amount = new(1, new("USD", 2)) }).IsWithin(left));
    }

    [Theory]
    [InlineData(0, 50, true)]
    [InlineData(0, 51, false)]
    [InlineData(100_000, 98_000, true)]
    [InlineData(100_000, 97_999, false)]
    [InlineData(100_000, 102_000, true)]
    [InlineData(long.MaxValue, 0, false)]
    public void EnergyTolerance_LargerOfBothLimits_Counts(long charger, long vehicle, bool allowed) =>
        Assert.Equal(allowed, new EnergyTolerance(50, 20_000).Allows(charger, vehicle));

    [Fact]
    public void QualifiedTime_FinerDigitsAndOffsets_AreNormalised()
    {
        var time = new QualifiedTime(new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.FromHours(1)).AddTicks(12_345), TimeQuality.Informative);
        Assert.Equal("2026-11-22T10:00:00.001Z I", time.ToString());
        Assert.Equal(TimeSpan.Zero, time.Instant.Offset);
    }

    [Fact]
    public void Disclosure_AnythingChanged_OpensAnotherCommitment()
    {
        var disclosure = new Disclosure
        {
            Field = SensitiveField.EvseLocation, Context = Digest.Of([1]), Salt = TestSession.Fill(16, 1), Value = "here",
        };
        var commitments = new[]
        {
            disclosure, disclosure with { Value = "there" }, disclosure with { Salt = TestSession.Fill(16, 2) },
            disclosure with { Context = Digest.Of([2]) }, disclosure with { Field = SensitiveField.VehicleData },
        }.Select(static item => item.ToCommitment().Hash);
        Assert.Equal(5, commitments.Distinct().Count());
        Assert.NotEqual(Digest.Of(disclosure.ToDer()), disclosure.ToCommitment().Hash);
    }
}
