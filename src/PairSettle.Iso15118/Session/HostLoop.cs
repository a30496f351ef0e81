using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Session;

/// <summary>
/// What both hosts share: one queue of inputs in front of one machine, a reader of frames, timers, and work that may
/// take longer than a step. An entry of the queue is read when its turn comes, so that a frame is decoded with the
/// schema that is negotiated by then, and a timer that was cancelled in the meantime counts for nothing.
/// </summary>
internal sealed class HostLoop<TInput, TTimer>(TimeProvider time, ILogger logger, Func<TTimer, TInput> expired, TInput linkLost)
    where TInput : class
    where TTimer : struct, Enum
{
    private readonly Channel<Func<TInput?>> _entries = Channel.CreateUnbounded<Func<TInput?>>(new() { SingleReader = true });
    private readonly Dictionary<TTimer, (ITimer Timer, long Generation)> _timers = [];
    private long _generation;

    public void Post(TInput input) => _entries.Writer.TryWrite(() => input);

    /// <summary>Takes inputs until one of them leads to a result; then, or when anything fails, makes the place safe.</summary>
    public async Task<TResult> RunAsync<TResult>(
        IV2gtpChannel channel,
        Func<ReadOnlyMemory<byte>, TInput> decode,
        Func<TInput, CancellationToken, ValueTask<TResult?>> step,
        Func<ValueTask> makeSafe,
        CancellationToken cancellationToken)
        where TResult : class
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = ReceiveAsync(channel, decode, ending.Token);
        try
        {
            while (true)
            {
                var entry = await _entries.Reader.ReadAsync(ending.Token).ConfigureAwait(false);
                if (entry() is { } input && await step(input, ending.Token).ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            LogEvents.InvariantBroken(logger, exception.Message);
            throw;
        }
        finally
        {
            try
            {
                await makeSafe().ConfigureAwait(false);
            }
            finally
            {
                foreach (var (timer, _) in _timers.Values)
                {
                    await timer.DisposeAsync().ConfigureAwait(false);
                }

                await ending.CancelAsync().ConfigureAwait(false);
                await channel.DisposeAsync().ConfigureAwait(false);
                await receiving.ConfigureAwait(false);
            }
        }
    }

    public void Arm(TTimer timer, TimeSpan duration)
    {
        Cancel(timer);
        var generation = ++_generation;
        var running = time.CreateTimer(
            _ => _entries.Writer.TryWrite(() => Take(timer, generation) ? expired(timer) : null), null, duration, Timeout.InfiniteTimeSpan);
        _timers[timer] = (running, generation);
    }

    public void Cancel(TTimer timer)
    {
        if (_timers.Remove(timer, out var running))
        {
            running.Timer.Dispose();
        }
    }

    public async ValueTask SendAsync(IV2gtpChannel channel, byte[] payload, CancellationToken cancellationToken)
    {
        try
        {
            await channel.SendAsync(V2gtpPayloadType.ExiMessage, payload, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is V2gtpException or ObjectDisposedException)
        {
            LogEvents.LinkFailed(logger, (exception as V2gtpException)?.Error.Code ?? string.Empty);
            Post(linkLost);
        }
    }

    /// <summary>Gives a command to a device and waits until it has taken it: commands keep their order.</summary>
    public async ValueTask CommandAsync(string name, Func<ValueTask> command, TInput failure)
    {
        try
        {
            await command().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Fail(name, exception, failure);
        }
    }

    /// <summary>Asks something that may take longer than a step; the answer, or what stands for its failure, is queued.</summary>
    public async Task AskAsync(string name, Func<ValueTask<TInput?>> question, TInput? failure)
    {
        try
        {
            if (await question().ConfigureAwait(false) is { } answer)
            {
                Post(answer);
            }
        }
        catch (Exception exception)
        {
            Fail(name, exception, failure);
        }
    }

    // Whatever it was, the machine must learn of it. The exception's text may name people or keys: only its type is told.
    private void Fail(string name, Exception exception, TInput? failure)
    {
        LogEvents.WorkFailed(logger, name, exception.GetType().Name);
        if (failure is not null)
        {
            Post(failure);
        }
    }

    private async Task ReceiveAsync(IV2gtpChannel channel, Func<ReadOnlyMemory<byte>, TInput> decode, CancellationToken cancellationToken)
    {
        try
        {
            while (await channel.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { } frame)
            {
                if (frame.PayloadType is V2gtpPayloadType.ExiMessage)
                {
                    _entries.Writer.TryWrite(() => decode(frame.Payload));
                }
                else
                {
                    LogEvents.FrameIgnored(logger, frame.PayloadType);
                }
            }
        }
        catch (V2gtpException exception)
        {
            LogEvents.LinkFailed(logger, exception.Error.Code);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException)
        {
            // This side closed the connection itself.
        }

        Post(linkLost);
    }

    private bool Take(TTimer timer, long generation)
    {
        if (!_timers.TryGetValue(timer, out var running) || running.Generation != generation)
        {
            return false;
        }

        Cancel(timer);
        return true;
    }
}
