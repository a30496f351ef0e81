using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Tests.Pairing;

/// <summary>Notes what one end sends and receives, in order.</summary>
internal sealed class RecordingChannel(IV2gtpChannel inner) : IV2gtpChannel
{
    private readonly Lock _gate = new();
    private readonly List<(bool Sent, V2gtpPayloadType Type)> _log = [];

    public IReadOnlyList<(bool Sent, V2gtpPayloadType Type)> Log
    {
        get
        {
            lock (_gate)
            {
                return [.. _log];
            }
        }
    }

    public ValueTask SendAsync(V2gtpPayloadType payloadType, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _log.Add((true, payloadType));
        }

        return inner.SendAsync(payloadType, payload, cancellationToken);
    }

    public async ValueTask<V2gtpFrame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var frame = await inner.ReceiveAsync(cancellationToken);
        if (frame is { } received)
        {
            lock (_gate)
            {
                _log.Add((false, received.PayloadType));
            }
        }

        return frame;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
