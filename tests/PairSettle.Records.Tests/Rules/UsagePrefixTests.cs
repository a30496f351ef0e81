using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Tests.Rules;

public sealed class UsagePrefixTests
{
    // The price doubles after ten minutes and rises again after 3 kWh; parking costs by the hour.
    private static readonly Tariff Steps = new()
    {
        Id = "STEPS",
        Currency = Currency.Euro,
        Elements =
        [
            new([new() { Dimension = PriceDimension.Energy, Price = 0.90m }], new() { MinWh = 3_000 }),
            new([new() { Dimension = PriceDimension.Energy, Price = 0.60m }], new() { MinDuration = TimeSpan.FromMinutes(10) }),
            new(
            [
                new() { Dimension = PriceDimension.Flat, Price = 0.25m },
                new() { Dimension = PriceDimension.Energy, Price = 0.30m },
                new() { Dimension = PriceDimension.ParkingTime, Price = 6.00m },
            ]),
        ],
    };

    private static readonly UsageTracker Usage = new UsageTracker(Steps, TestSession.Now)
        .Advance(UsageKind.Charging, TimeSpan.FromMinutes(7), 900, 40)
        .Advance(UsageKind.Parking, TimeSpan.FromMinutes(9), 900, 40)
        .Advance(UsageKind.Charging, TimeSpan.FromMinutes(30), 4_700, 40);

    [Fact]
    public void UpTo_AnyEnergy_HasExactlyThatEnergyAndAPriceThatOnlyRises()
    {
        var before = 0L;
        for (var energy = 0L; energy <= Usage.ImportWh; energy++)
        {
            var prefix = UsagePrefix.UpTo(Usage.Periods, energy);
            var totals = UsageTotals.Of(prefix);
            Assert.Equal(energy, (long)totals.ImportWh);
            Assert.True(totals.Duration <= TimeSpan.FromMinutes(30));
            Assert.True(CostCalculator.TryCompute(Steps, TestSession.Now, prefix, out var cost, out var fault), $"{energy}: {fault}");
            Assert.True(cost.Total.MinorUnits >= before, $"{energy} Wh cost less than one fewer");
            before = cost.Total.MinorUnits;
        }

        Assert.Equal(Usage.Cost().Total.MinorUnits, before);
    }

    [Fact]
    public void UpTo_AllEnergy_LeavesOutWhatFollowedWithoutAny()
    {
        var parked = Usage.Advance(UsageKind.Parking, TimeSpan.FromHours(2), 4_700, 40);

        Assert.Equal(Usage.Periods, UsagePrefix.UpTo(parked.Periods, parked.ImportWh));
    }

    [Fact]
    public void UpTo_PartOfAPeriod_CutsItsTimeAndItsExportInProportion()
    {
        var half = Assert.Single((IEnumerable<UsagePeriod>)UsagePrefix.UpTo(Usage.Periods, 450));

        Assert.Equal((TimeSpan.FromSeconds(210), 450, 20), (half.Duration, half.ImportWh, half.ExportWh));
    }
}
