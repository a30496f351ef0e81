using PairSettle.Iso15118.Pairing;

namespace PairSettle.Testing.Links;

/// <summary>A pair link that loses, repeats, swaps, damages and delays what is sent through it, always alike for one seed.</summary>
/// <param name="inner">The link that works; disposed with this one.</param>
/// <param name="faults">What to do to it.</param>
public sealed class FaultyPairLink(IPairLink inner, MessageFaults faults) : IPairLink
{
    private readonly MessageFaultPlan<ReadOnlyMemory<byte>> _plan = new(faults, static message => message, static (_, payload) => payload);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_plan.IsClosing)
            {
                await inner.DisposeAsync().ConfigureAwait(false);
                throw new PairLinkException(new(PairLinkFault.CarrierLost, "the link broke"));
            }

            if (_plan.NextDelay() is var delay && delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, faults.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            foreach (var leaving in _plan.Next(message.ToArray()))
            {
                await inner.SendAsync(leaving, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken) => inner.ReceiveAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
