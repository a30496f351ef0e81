namespace PairSettle.Iso15118.Tests.Session;

/// <summary>A clock that stands still: timers up to a limit fire at once, longer ones never. So nothing depends on how fast the machine is.</summary>
internal sealed class EagerTimeProvider(TimeSpan limit) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Samples.Start;

    public override long GetTimestamp() => 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        if (dueTime <= limit)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                if (!timer.IsDisposed)
                {
                    callback(state);
                }
            });
        }

        return timer;
    }

    private sealed class Timer : ITimer
    {
        public bool IsDisposed { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
