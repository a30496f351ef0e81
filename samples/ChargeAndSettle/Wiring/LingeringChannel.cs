using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Samples.ChargeAndSettle.Wiring;

/// <summary>
/// Keeps a connection open after the last ISO 15118 message until both halves of the record are exchanged on it, or for
/// the five seconds at most that the standard leaves between SessionStop and the end of the connection.
/// </summary>
internal sealed class LingeringChannel(IV2gtpChannel channel) : IV2gtpChannel
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4.5);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _disposed;

    /// <summary>What has to end before the connection may.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public ValueTask SendAsync(V2gtpPayloadType payloadType, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        channel.SendAsync(payloadType, payload, cancellationToken);

    public ValueTask<V2gtpFrame?> ReceiveAsync(CancellationToken cancellationToken = default) => channel.ReceiveAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            await _closed.Task;
            return;
        }

        try
        {
            await Task.WhenAny(Until, Task.Delay(Limit));
            await channel.DisposeAsync();
        }
        finally
        {
            _closed.SetResult();
        }
    }
}
