using System.Threading.Channels;

namespace PairSettle.Records.Settlement;

/// <summary>What waits for a host's loop, in the order in which it came. Each item becomes an input, or none, when its turn has come.</summary>
internal sealed class SettlementInbox
{
    private readonly Channel<(Func<SettlementTime, SettlementInput?> Input, TaskCompletionSource? Done)> _items =
        Channel.CreateUnbounded<(Func<SettlementTime, SettlementInput?>, TaskCompletionSource?)>(new() { SingleReader = true });

    private Func<SettlementTime, SettlementInput>? _reading;
    private bool _open;
    private int _pending;

    /// <summary>Whether the loop has dealt with everything that came so far.</summary>
    public bool IsIdle => Volatile.Read(ref _pending) == 0;

    public void Post(Func<SettlementTime, SettlementInput?> input) => Add(input, null);

    /// <summary>Posts an input; the task ends when the loop has dealt with it.</summary>
    public Task PostAsync(Func<SettlementTime, SettlementInput?> input)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(input, done);
        return done.Task;
    }

    /// <summary>Posts a reading. Between sessions only the newest is kept, however long that lasts.</summary>
    public void PostReading(Func<SettlementTime, SettlementInput> reading)
    {
        if (!Volatile.Read(ref _open))
        {
            Volatile.Write(ref _reading, reading);
            if (Volatile.Read(ref _open))
            {
                PostNewest();
            }
        }
        else
        {
            Post(reading);
        }
    }

    /// <summary>A session begins or ends: readings are wanted one by one, or not.</summary>
    public void Open(bool open)
    {
        Volatile.Write(ref _open, open);
        if (open)
        {
            PostNewest();
        }
    }

    public ValueTask<(Func<SettlementTime, SettlementInput?> Input, TaskCompletionSource? Done)> TakeAsync(CancellationToken cancellationToken) =>
        _items.Reader.ReadAsync(cancellationToken);

    /// <summary>The loop has dealt with the item that it took last.</summary>
    public void Complete(TaskCompletionSource? done)
    {
        Interlocked.Decrement(ref _pending);
        done?.TrySetResult();
    }

    private void Add(Func<SettlementTime, SettlementInput?> input, TaskCompletionSource? done)
    {
        Interlocked.Increment(ref _pending);
        _items.Writer.TryWrite((input, done));
    }

    private void PostNewest()
    {
        if (Interlocked.Exchange(ref _reading, null) is { } reading)
        {
            Post(reading);
        }
    }
}
