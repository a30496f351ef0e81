using FsCheck.Fluent;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Tests.Tariffs;

public sealed class CostCalculatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private static readonly Tariff Energy = Single(PriceDimension.Energy, 0.25m);

    [Theory]
    [InlineData(RoundingRule.TotalHalfUp, 5, 6)] // 0.045 before, 0.0558 after
    [InlineData(RoundingRule.TotalHalfEven, 4, 6)]
    [InlineData(RoundingRule.TotalDown, 4, 5)]
    public void Compute_HalfACent_RoundsByTheNamedRule(RoundingRule rule, long before, long after)
    {
        var tariff = Energy with
        {
            Rounding = rule,
            Elements = [new([new() { Dimension = PriceDimension.Energy, Price = 0.09m, Taxes = [new("VAT", 24)] }])],
        };
        var cost = Compute(tariff, Charge(3600, 500));

        Assert.Equal(before, cost.BeforeTaxes.MinorUnits);
        Assert.Equal(after, cost.Total.MinorUnits);
        Assert.Equal(0.045m, cost.ExactBeforeTaxes);
        Assert.Equal(0.0558m, cost.ExactTotal);
    }

    [Fact]
    public void Compute_LineRounding_RoundsEveryLine()
    {
        var tariff = Energy with
        {
            Rounding = RoundingRule.LineHalfUp,
            Elements = [new([new() { Dimension = PriceDimension.Energy, Price = 0.09m }, new() { Dimension = PriceDimension.Flat, Price = 0.005m }])],
        };
        Assert.Equal(6, Compute(tariff, Charge(3600, 500)).Total.MinorUnits); // 0.045 -> 0.05 and 0.005 -> 0.01
        Assert.Equal(5, Compute(tariff with { Rounding = RoundingRule.TotalHalfUp }, Charge(3600, 500)).Total.MinorUnits);
    }

    [Fact]
    public void Compute_SecondsOfAnHour_AreExact()
    {
        var cost = Compute(Single(PriceDimension.Time, 1m) with { Currency = new("EUR", 6) }, Charge(1, 0));
        Assert.Equal(278, cost.Total.MinorUnits); // 1/3600 = 0.000277...
        Assert.Equal(0.000277777778m, cost.ExactTotal);
    }

    [Fact]
    public void Compute_ExactMultipleOfTheStep_IsNotRoundedFurther()
    {
        var tariff = Energy with { Elements = [new([new() { Dimension = PriceDimension.Energy, Price = 0.25m, StepSize = 1000 }])] };
        Assert.Equal(2_000, Compute(tariff, Charge(3600, 2_000)).Lines[0].Quantity);
        Assert.Equal(3_000, Compute(tariff, Charge(3600, 2_001)).Lines[0].Quantity);
        Assert.Empty(Compute(tariff, Charge(3600, 0)).Lines);
    }

    [Fact]
    public void Compute_TaxIncluded_TakesTheTaxOut()
    {
        var tariff = Energy with
        {
            TaxMode = TaxMode.Included,
            Elements = [new([new() { Dimension = PriceDimension.Energy, Price = 1.20m, Taxes = [new("A", 15), new("B", 5)] }])],
        };
        var cost = Compute(tariff, Charge(3600, 1_000));
        Assert.Equal(100, cost.BeforeTaxes.MinorUnits);
        Assert.Equal(120, cost.Total.MinorUnits);
    }

    [Fact]
    public void Compute_MinimumPrice_LiftsBothTotals()
    {
        var cost = Compute(Energy with { MinPrice = new(0.50m, 0.60m) }, Charge(3600, 1_000));
        Assert.Equal(50, cost.BeforeTaxes.MinorUnits);
        Assert.Equal(60, cost.Total.MinorUnits);
    }

    [Fact]
    public void Compute_PriceSwitchInsideAPeriod_IsRefused()
    {
        var tariff = TwoPrices(new() { MaxWh = 1_000 });
        AssertFault(CostFault.PeriodStraddlesSwitch, tariff, Charge(3600, 1_001));
        Assert.Equal(25, Compute(tariff, Charge(3600, 1_000)).Total.MinorUnits);
        Assert.Equal(75, Compute(tariff, Charge(1800, 1_000), Charge(1800, 500)).Total.MinorUnits);
    }

    [Theory]
    [InlineData(11 * 60, null, true)]
    [InlineData(null, (10 * 60) + 30, false)]
    [InlineData(12 * 60, 11 * 60, false)]
    [InlineData(22 * 60, 12 * 60, true)]
    [InlineData(11 * 60, (11 * 60) + 1, true)]
    public void Compute_TimeOfDay_IsLocalAndWraps(int? from, int? until, bool applies)
    {
        // 10:00 UTC is 11:00 where these prices are, until the clocks go forward at 10:30 UTC.
        var clock = new LocalClock { Zone = "Europe/Berlin", OffsetMinutes = 60, Switches = [new(Start.AddMinutes(30), 120)] };
        var tariff = TwoPrices(new() { StartMinute = from, EndMinute = until }) with { Clock = clock };
        Assert.Equal(11, clock.ToLocal(Start).Hour);
        Assert.Equal(12, clock.ToLocal(Start.AddMinutes(30)).Hour);
        Assert.Equal(applies ? 25 : 100, Compute(tariff, Charge(60, 1_000)).Total.MinorUnits);
    }

    [Fact]
    public void Compute_ClockGoesForwardInsideAPeriod_IsRefused()
    {
        var clock = new LocalClock { Zone = "Europe/Berlin", OffsetMinutes = 60, Switches = [new(Start.AddMinutes(30), 120)] };
        var tariff = TwoPrices(new() { EndMinute = 12 * 60 }) with { Clock = clock };
        AssertFault(CostFault.PeriodStraddlesSwitch, tariff, Charge(1801, 1_000));
        Assert.Equal(25, Compute(tariff, Charge(1800, 1_000)).Total.MinorUnits);
    }

    [Fact]
    public void Compute_DatesAndDays_AreLocal()
    {
        var today = new DateOnly(2026, 11, 22);
        Assert.Equal(25, Compute(TwoPrices(new() { StartDate = today, EndDate = today.AddDays(1) }), Charge(60, 1_000)).Total.MinorUnits);
        Assert.Equal(100, Compute(TwoPrices(new() { EndDate = today }), Charge(60, 1_000)).Total.MinorUnits);
        Assert.Equal(25, Compute(TwoPrices(new() { Days = DaysOfWeek.Sunday }), Charge(60, 1_000)).Total.MinorUnits);
        Assert.Equal(100, Compute(TwoPrices(new() { Days = DaysOfWeek.All & ~DaysOfWeek.Sunday }), Charge(60, 1_000)).Total.MinorUnits);
    }

    [Fact]
    public void Compute_PowerRestrictionWithoutPower_IsRefused()
    {
        AssertFault(CostFault.QuantityMissing, TwoPrices(new() { MaxPowerW = 11_000 }), Charge(60, 1));
        AssertFault(CostFault.QuantityMissing, TwoPrices(new() { MaxMilliampere = 16_000 }), Charge(60, 1));
        Assert.Equal(25, Compute(TwoPrices(new() { MaxPowerW = 11_000 }), Charge(60, 1_000) with { PowerW = 10_999 }).Total.MinorUnits);
        Assert.Equal(100, Compute(TwoPrices(new() { MaxPowerW = 11_000 }), Charge(60, 1_000) with { PowerW = 11_000 }).Total.MinorUnits);
    }

    [Fact]
    public void Compute_LongerThanAYearOrTooDear_IsRefused()
    {
        AssertFault(CostFault.OutOfBounds, Energy, Charge(366 * 24 * 3600 + 1, 1));
        AssertFault(CostFault.OutOfBounds, Single(PriceDimension.Energy, 1_000_000), Charge(60, 1_000_000_000_000_000));
    }

    [Fact]
    public void Compute_TariffMadeToBeLookedAtForEver_IsRefusedSoon()
    {
        // Sixty elements with times of day and energies that never apply: every period would have millions of points to look at.
        var never = Enumerable.Range(1, 60).Select(static i => new TariffElement(
            [new() { Dimension = PriceDimension.Energy, Price = 1m }],
            new() { StartMinute = i * 20, EndMinute = (i * 20) + 1, MinWh = i * 10, MaxWh = 1 }));
        var tariff = Energy with { Elements = ExiList.Create<TariffElement>([.. never, .. Energy.Elements]) };
        AssertFault(CostFault.OutOfBounds, tariff, Charge(366 * 24 * 3600, 1_000));
    }

    [Fact]
    public void Track_RandomSamples_AlwaysResolveTheTariffAndLoseNothing()
    {
        var tariff = new Tariff
        {
            Id = "all",
            Currency = Currency.Euro,
            Elements =
            [
                new([new() { Dimension = PriceDimension.Energy, Price = 0.1m }], new() { MinWh = 700, MaxDuration = TimeSpan.FromSeconds(900) }),
                new([new() { Dimension = PriceDimension.Energy, Price = 0.2m }], new() { StartMinute = 10 * 60 + 7, EndMinute = 10 * 60 + 21 }),
                new([new() { Dimension = PriceDimension.Energy, Price = 0.3m }], new() { MaxPowerW = 5_000 }),
                new([new() { Dimension = PriceDimension.Energy, Price = 0.4m }, new() { Dimension = PriceDimension.ParkingTime, Price = 6m }]),
            ],
        };
        Properties.Hold(Prop.ForAll(
            Properties.Any<(byte, byte, byte)[]>(),
            samples =>
            {
                var tracker = new UsageTracker(tariff, Start);
                var elapsed = TimeSpan.Zero;
                long import = 0, export = 0;
                foreach (var (milliseconds, energy, power) in samples)
                {
                    elapsed += TimeSpan.FromMilliseconds(milliseconds * 400);
                    import += energy;
                    export += power / 100;
                    tracker = tracker.Advance(power % 5 == 0 ? UsageKind.Parking : UsageKind.Charging, elapsed, import, export, power * 50);
                    _ = tracker.Cost();
                }

                var periods = (IEnumerable<UsagePeriod>)tracker.Periods;
                return periods.Sum(static period => period.ImportWh) == import
                    && periods.Sum(static period => period.ExportWh) == export
                    && periods.Sum(static period => period.Duration.TotalSeconds) == Math.Floor(elapsed.TotalSeconds);
            }));
    }

    [Fact]
    public void Track_OnePrice_IsOnePeriod()
    {
        var tracker = new UsageTracker(Energy, Start);
        for (var i = 1; i <= 600; i++)
        {
            tracker = tracker.Advance(UsageKind.Charging, TimeSpan.FromSeconds(i), i * 3, 0);
        }

        Assert.Single(tracker.Periods);
        Assert.True(tracker.HasRoom);
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Advance(UsageKind.Charging, TimeSpan.FromSeconds(1), 1_800, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Advance(UsageKind.Charging, TimeSpan.FromSeconds(601), 1, 0));
    }

    private static Tariff Single(PriceDimension dimension, decimal price) =>
        new() { Id = "one", Currency = Currency.Euro, Elements = [new([new() { Dimension = dimension, Price = price }])] };

    private static Tariff TwoPrices(TariffRestrictions restrictions) => Energy with
    {
        Elements =
        [
            new([new() { Dimension = PriceDimension.Energy, Price = 0.25m }], restrictions),
            new([new() { Dimension = PriceDimension.Energy, Price = 1m }]),
        ],
    };

    private static UsagePeriod Charge(long seconds, long wh) =>
        new() { Kind = UsageKind.Charging, Duration = TimeSpan.FromSeconds(seconds), ImportWh = wh };

    private static CostBreakdown Compute(Tariff tariff, params UsagePeriod[] periods)
    {
        Assert.True(CostCalculator.TryCompute(tariff, Start, ExiList.Create<UsagePeriod>(periods), out var cost, out var fault), fault.ToString());
        return cost;
    }

    private static void AssertFault(CostFault expected, Tariff tariff, params UsagePeriod[] periods)
    {
        Assert.False(CostCalculator.TryCompute(tariff, Start, ExiList.Create<UsagePeriod>(periods), out _, out var fault));
        Assert.Equal(expected, fault);
    }
}
