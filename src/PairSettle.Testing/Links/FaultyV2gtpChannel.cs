using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Testing.Links;

/// <summary>A frame channel that loses, repeats, swaps, damages and delays the frames sent through it, always alike for one seed.</summary>
/// <param name="inner">The channel that works; disposed with this one.</param>
/// <param name="faults">What to do to it.</param>
public sealed class FaultyV2gtpChannel(IV2gtpChannel inner, MessageFaults faults) : IV2gtpChannel
{
    private readonly MessageFaultPlan<V2gtpFrame> _plan =
        new(faults, static frame => frame.Payload, static (frame, payload) => frame with { Payload = payload });

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public async ValueTask SendAsync(V2gtpPayloadType payloadType, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_plan.IsClosing)
            {
                await inner.DisposeAsync().ConfigureAwait(false);
                throw new V2gtpException(new(V2gtpFault.ConnectionLost, "the link broke"));
            }

            if (_plan.NextDelay() is var delay && delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, faults.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            foreach (var leaving in _plan.Next(new V2gtpFrame(payloadType, payload.ToArray())))
            {
                await inner.SendAsync(leaving.PayloadType, leaving.Payload, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<V2gtpFrame?> ReceiveAsync(CancellationToken cancellationToken) => inner.ReceiveAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
