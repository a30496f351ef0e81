namespace PairSettle.Testing.Clocks;

/// <summary>
/// A clock that runs faster than another, timers included. Two processes that name the same epoch and factor show the
/// same time.
/// </summary>
public sealed class AcceleratedTimeProvider : TimeProvider
{
    private readonly TimeProvider _real;
    private readonly DateTimeOffset _epoch;
    private readonly int _factor;
    private readonly long _realStart;
    private readonly DateTimeOffset _start;

    /// <summary>Creates the clock.</summary>
    /// <param name="real">The clock that it is made from.</param>
    /// <param name="epoch">The instant at which both clocks show the same.</param>
    /// <param name="factor">How many seconds pass here in one second of the other clock.</param>
    public AcceleratedTimeProvider(TimeProvider real, DateTimeOffset epoch, int factor)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        (_real, _epoch, _factor) = (real, epoch, factor);
        _realStart = real.GetTimestamp();
        var now = real.GetUtcNow();
        _start = _epoch + (now - _epoch) * factor;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new AcceleratedTimer(_real.CreateTimer(callback, state, Real(dueTime), Real(period)), _factor);

    private TimeSpan Elapsed => _real.GetElapsedTime(_realStart) * _factor;

    private TimeSpan Real(TimeSpan duration) => Shorten(duration, _factor);

    private static TimeSpan Shorten(TimeSpan duration, int factor) => duration == Timeout.InfiniteTimeSpan ? duration : duration / factor;

    private sealed class AcceleratedTimer(ITimer timer, int factor) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shorten(dueTime, factor), Shorten(period, factor));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
