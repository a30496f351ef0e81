using System.Threading.Channels;

namespace PairSettle.Iso15118.Pairing;

/// <summary>A pair link within one process: for tests, and for a vehicle and a charger that share a host.</summary>
public sealed class MemoryPairLink : IPairLink
{
    private readonly Channel<ReadOnlyMemory<byte>> _outgoing;
    private readonly Channel<ReadOnlyMemory<byte>> _incoming;
    private int _closed;

    private MemoryPairLink(Channel<ReadOnlyMemory<byte>> outgoing, Channel<ReadOnlyMemory<byte>> incoming)
    {
        _outgoing = outgoing;
        _incoming = incoming;
    }

    /// <summary>Two ends of one link.</summary>
    /// <param name="capacity">The messages that may wait in each direction before a send has to.</param>
    /// <returns>The ends; what one sends, the other receives.</returns>
    public static (MemoryPairLink Vehicle, MemoryPairLink Charger) CreatePair(int capacity = 64)
    {
        var fromVehicle = Channel.CreateBounded<ReadOnlyMemory<byte>>(capacity);
        var fromCharger = Channel.CreateBounded<ReadOnlyMemory<byte>>(capacity);
        return (new(fromVehicle, fromCharger), new(fromCharger, fromVehicle));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The message is empty.</exception>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (message.IsEmpty)
        {
            throw new ArgumentException("A message has at least one octet.", nameof(message));
        }

        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, this);
        try
        {
            await _outgoing.Writer.WriteAsync(message.ToArray(), cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException exception)
        {
            throw new PairLinkException(new(PairLinkFault.CarrierLost, "the peer closed the link"), exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, this);
        try
        {
            return await _incoming.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, this);
            return null;
        }
    }

    /// <summary>Ends both directions: the peer still receives what was sent before, then null.</summary>
    /// <returns>Ends at once.</returns>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _outgoing.Writer.TryComplete();
            _incoming.Writer.TryComplete();
        }

        return ValueTask.CompletedTask;
    }
}
