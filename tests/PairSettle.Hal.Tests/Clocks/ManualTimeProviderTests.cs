using PairSettle.Testing.Clocks;

namespace PairSettle.Hal.Tests.Clocks;

public class ManualTimeProviderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Noon);
    private readonly List<(string Name, TimeSpan At)> _fired = [];

    [Fact]
    public void Advance_TimersOnTheWay_FireInOrderAtTheirOwnTime()
    {
        Timer("late", 5);
        Timer("early", 2);
        Timer("same time, armed later", 2);
        Timer("beyond", 11);

        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal([("early", Seconds(2)), ("same time, armed later", Seconds(2)), ("late", Seconds(5))], _fired);
        Assert.Equal(Noon.AddSeconds(10), _clock.GetUtcNow());
        Assert.Equal(Seconds(1), _clock.UntilNextTimer);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOnEveryPeriod()
    {
        using var timer = _clock.CreateTimer(_ => Note("tick"), null, Seconds(1), Seconds(3));

        _clock.Advance(Seconds(8));

        Assert.Equal([Seconds(1), Seconds(4), Seconds(7)], _fired.Select(f => f.At));
    }

    [Fact]
    public void Advance_TimerArmedByATimer_FiresInTheSameAdvance()
    {
        _clock.CreateTimer(_ => Timer("second", 1), null, Seconds(1), Timeout.InfiniteTimeSpan);

        _clock.Advance(Seconds(2));

        Assert.Equal([("second", Seconds(2))], _fired);
    }

    [Fact]
    public void Change_ArmedTimer_MovesIt()
    {
        var timer = Timer("moved", 1);

        Assert.True(timer.Change(Seconds(4), Timeout.InfiniteTimeSpan));
        _clock.Advance(Seconds(3));
        Assert.Empty(_fired);
        _clock.Advance(Seconds(1));

        Assert.Equal([("moved", Seconds(4))], _fired);
    }

    [Fact]
    public void Dispose_ArmedTimer_NeverFires()
    {
        var timer = Timer("gone", 1);

        timer.Dispose();
        _clock.Advance(Seconds(2));

        Assert.Empty(_fired);
        Assert.False(timer.Change(Seconds(1), Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void SetUtcNow_BackInTime_LeavesMonotonicTimeAndTimersAlone()
    {
        Timer("on time", 2);
        _clock.Advance(Seconds(1));

        _clock.SetUtcNow(Noon.AddDays(-1));
        _clock.Advance(Seconds(1));

        Assert.Equal([("on time", Seconds(2))], _fired);
        Assert.Equal(Noon.AddDays(-1).AddSeconds(1), _clock.GetUtcNow());
    }

    [Fact]
    public void AdvanceToNextTimer_NoTimer_StaysAndSaysSo()
    {
        Timer("only", 3);

        Assert.True(_clock.AdvanceToNextTimer());
        Assert.False(_clock.AdvanceToNextTimer());

        Assert.Equal(Seconds(3), _clock.GetMonotonicTime());
    }

    [Fact]
    public async Task TaskDelay_OnTheClock_EndsWhenTheClockSays()
    {
        var delay = Task.Delay(Seconds(5), _clock);

        _clock.Advance(Seconds(4));
        Assert.False(delay.IsCompleted);
        _clock.Advance(Seconds(1));

        await delay;
    }

    [Fact]
    public void Advance_Backwards_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(Seconds(-1)));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private ITimer Timer(string name, int seconds) =>
        _clock.CreateTimer(_ => Note(name), null, Seconds(seconds), Timeout.InfiniteTimeSpan);

    private void Note(string name) => _fired.Add((name, _clock.GetMonotonicTime()));
}
