namespace PairSettle.Testing.Clocks;

/// <summary>
/// A clock that moves only when it is told to. Timers fire one after the other on the thread that advances the clock, in the order of their due
/// times and, at the same time, in the order in which they were armed; each sees the clock at its own due time. Safe for concurrent use.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<ManualTimer> _armed = new(ManualTimer.ByDueTime);
    private long _now;
    private long _armings;
    private DateTimeOffset _utcOrigin;

    /// <summary>Creates a clock whose monotonic time starts at zero.</summary>
    /// <param name="utcNow">The wall-clock time at the start.</param>
    public ManualTimeProvider(DateTimeOffset utcNow) => _utcOrigin = utcNow.ToUniversalTime();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long until the next timer fires, or null where none is armed.</summary>
    public TimeSpan? UntilNextTimer
    {
        get
        {
            lock (_gate)
            {
                return _armed.Min is { } next ? TimeSpan.FromTicks(Math.Max(0, next.Due - _now)) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _utcOrigin.AddTicks(_now);
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <summary>Sets the wall clock, as a time server or a person would. Monotonic time and timers do not move.</summary>
    /// <param name="utcNow">The new wall-clock time.</param>
    public void SetUtcNow(DateTimeOffset utcNow)
    {
        lock (_gate)
        {
            _utcOrigin = utcNow.ToUniversalTime().AddTicks(-_now);
        }
    }

    /// <summary>Moves the clock forward and fires all timers that become due on the way, also those that are armed on the way.</summary>
    /// <param name="duration">How far to move; zero fires the timers that are due now.</param>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        long target;
        lock (_gate)
        {
            target = _now + duration.Ticks;
        }

        while (FireNext(target))
        {
        }

        lock (_gate)
        {
            _now = Math.Max(_now, target);
        }
    }

    /// <summary>Moves the clock to the next timer and fires it.</summary>
    /// <returns>False when no timer is armed; the clock then stays.</returns>
    public bool AdvanceToNextTimer() => FireNext(long.MaxValue);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private bool FireNext(long target)
    {
        ManualTimer next;
        lock (_gate)
        {
            if (_armed.Min is not { } first || first.Due > target)
            {
                return false;
            }

            next = first;
            _now = Math.Max(_now, next.Due);
            _armed.Remove(next);
            if (next.Period > 0)
            {
                Arm(next, next.Due + next.Period);
            }
        }

        next.Fire();
        return true;
    }

    private void Arm(ManualTimer timer, long due)
    {
        timer.Due = due;
        timer.Arming = ++_armings;
        _armed.Add(timer);
    }

    private bool Change(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        CheckTimerTime(dueTime);
        CheckTimerTime(period);
        lock (_gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            _armed.Remove(timer);

            // A period of zero means "once", as the framework's own timers have it.
            timer.Period = Math.Max(0, period.Ticks);
            if (dueTime >= TimeSpan.Zero)
            {
                Arm(timer, _now + dueTime.Ticks);
            }

            return true;
        }
    }

    private void Disarm(ManualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _armed.Remove(timer);
        }
    }

    private static void CheckTimerTime(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public static readonly IComparer<ManualTimer> ByDueTime =
            Comparer<ManualTimer>.Create((a, b) => (a.Due, a.Arming).CompareTo((b.Due, b.Arming)));

        public long Due { get; set; }

        public long Arming { get; set; }

        public long Period { get; set; }

        public bool IsDisposed { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Change(this, dueTime, period);

        public void Dispose() => clock.Disarm(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
