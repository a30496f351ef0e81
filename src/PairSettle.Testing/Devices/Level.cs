namespace PairSettle.Testing.Devices;

/// <summary>A reading that changes, the number of its changes, and those who wait for the next one.</summary>
internal sealed class Level<T>(T initial)
{
    private readonly Lock _gate = new();
    private T _value = initial;
    private long _sequence;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public T Value
    {
        get
        {
            lock (_gate)
            {
                return _value;
            }
        }
    }

    /// <summary>Replaces the value. The function gets the present value and the sequence number of the new one; null keeps the value.</summary>
    public void Change(Func<T, long, (T Value, bool IsChanged)> change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            var (value, isChanged) = change(_value, _sequence + 1);
            if (!isChanged)
            {
                return;
            }

            _value = value;
            _sequence++;
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    public async ValueTask<T> WaitAsync(long afterSequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_sequence > afterSequence)
                {
                    return _value;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
