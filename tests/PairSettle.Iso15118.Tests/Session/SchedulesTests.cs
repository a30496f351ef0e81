using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Tests.Session;

public class SchedulesTests
{
    [Theory]
    [InlineData("0:5", true)]
    [InlineData("0:10", false)]
    [InlineData("0:11 1:5", false)]
    [InlineData("0:10 100:20", false)]
    [InlineData("0:10 99:20 200:5", false)]
    [InlineData("0:10 100:20 200:5", true)]
    [InlineData("0:10 100:20 201:5", false)]
    [InlineData("0:5 50:5 40:5", false)]
    [InlineData("150:20", false)]
    [InlineData("150:20 180:5", true)]
    [InlineData("0:-1", true)]
    public void Permits_Profile_IsHeldAgainstEveryInstant(string profile, bool expected)
    {
        var schedule = Schedule("0:10 100:20 200:5");
        var entries = Parse(profile).Select(entry => new ProfileEntryType
        {
            ChargingProfileEntryStart = entry.Start,
            ChargingProfileEntryMaxPower = PhysicalValueType.FromWatts(entry.Power),
        });
        Assert.Equal(expected, Schedules.Permits(schedule, new() { ProfileEntry = [.. entries] }));
    }

    [Fact]
    public void Permits_PowerInAnotherUnit_IsRefused() => Assert.False(Schedules.Permits(
        Schedule("0:10"), new() { ProfileEntry = [new() { ChargingProfileEntryStart = 0, ChargingProfileEntryMaxPower = PhysicalValueType.FromAmperes(1) }] }));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(99, 10)]
    [InlineData(100, 20)]
    [InlineData(500, 5)]
    public void PowerAt_Instant_IsThatOfTheEntry(int seconds, int watts) =>
        Assert.Equal(watts, Schedules.PowerAt(Schedule("0:10 100:20 200:5"), TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void PowerAt_EntryOfZero_IsZero() => Assert.Equal(0, Schedules.PowerAt(Schedule("0:10 100:0 200:5"), TimeSpan.FromSeconds(150)));

    [Fact]
    public void Fit_TooManyEntries_JoinsTheRestAtItsLowestPower()
    {
        var list = Schedules.Flat(1);
        list = new() { SAScheduleTuple = [list.SAScheduleTuple[0] with { PMaxSchedule = Schedule("0:10 100:20 200:5 300:7"), SalesTariff = Samples.Tariff }] };
        var fitted = Schedules.Fit(list, 2).SAScheduleTuple[0];
        Assert.Equal(["0:10", "100:5"], fitted.PMaxSchedule.PMaxScheduleEntry.Select(Text));
        Assert.Equal(Samples.Tariff, fitted.SalesTariff);
        Assert.Equal(["0:5"], Schedules.Fit(list, 1).SAScheduleTuple[0].PMaxSchedule.PMaxScheduleEntry.Select(Text));
        Assert.Equal(list, Schedules.Fit(list, 4));
    }

    [Fact]
    public void Follow_Schedule_IsPermittedByIt()
    {
        var schedule = Schedule("0:10 100:20 200:5");
        var profile = Schedules.Follow(schedule, 12);
        Assert.Equal([10m, 12m, 5m], profile.ProfileEntry.Select(entry => entry.ChargingProfileEntryMaxPower.ToDecimal()));
        Assert.True(Schedules.Permits(schedule, profile));
    }

    private static string Text(PMaxScheduleEntryType entry) => $"{((RelativeTimeIntervalType)entry.TimeInterval).start}:{entry.PMax.ToDecimal()}";

    private static PMaxScheduleType Schedule(string text) => new()
    {
        PMaxScheduleEntry = [.. Parse(text).Select(entry => new PMaxScheduleEntryType
        {
            TimeInterval = new RelativeTimeIntervalType { start = entry.Start },
            PMax = PhysicalValueType.FromWatts(entry.Power),
        })],
    };

    private static IEnumerable<(uint Start, int Power)> Parse(string text) => text.Split(' ').Select(entry => entry.Split(':'))
        .Select(parts => (uint.Parse(parts[0]), int.Parse(parts[1])));
}
