using PairSettle.Records.Declarations;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Tests.Declarations;

public sealed class PolicyBodyTests
{
    private static readonly DateTimeOffset Sunday = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private static readonly PolicyBody Nights = new()
    {
        Windows = [new(DaysOfWeek.All, 22 * 60, 1440), new(DaysOfWeek.All & ~DaysOfWeek.Monday, 0, 6 * 60)],
    };

    [Theory]
    [InlineData(22.0, 23.9, true)]
    [InlineData(21.9, 23.0, false)]
    [InlineData(22.0, 24.0, false)] // Monday has no early window
    [InlineData(46.0, 53.9, true)] // Monday night into Tuesday
    [InlineData(46.0, 54.0, false)]
    [InlineData(2.0, 3.0, true)]
    [InlineData(2.0, 23.0, false)]
    public void Allows_Windows_WithoutAGap(double fromHour, double untilHour, bool allowed) =>
        Assert.Equal(allowed, Nights.Allows(Sunday.AddHours(fromHour), Sunday.AddHours(untilHour)));

    [Fact]
    public void Allows_NoWindows_Always() => Assert.True(new PolicyBody().Allows(Sunday, Sunday.AddDays(300)));

    [Fact]
    public void Allows_LocalClock_Counts()
    {
        var berlin = Nights with { Clock = new LocalClock { Zone = "Europe/Berlin", OffsetMinutes = 60 } };
        Assert.True(berlin.Allows(Sunday.AddHours(21), Sunday.AddHours(22)));
        Assert.False(berlin.Allows(Sunday.AddHours(20.9), Sunday.AddHours(22)));
    }

    [Fact]
    public void Allows_AllDayEveryDay_ForAYear() =>
        Assert.True(new PolicyBody { Windows = [new(DaysOfWeek.All, 0, 1440)] }.Allows(Sunday, Sunday.AddDays(364)));
}
