namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// Whether an ISO exchange is under way, as one end sees it: a vehicle from its request to the response, a charger from the request to its
/// response. Pair frames wait for the end of it.
/// </summary>
internal sealed class PairTurn
{
    private readonly Lock _gate = new();
    private bool _withinExchange;
    private bool _ended;
    private PairLinkException? _failure;
    private TaskCompletionSource? _waiting;

    public bool IsFree
    {
        get
        {
            lock (_gate)
            {
                return !_withinExchange;
            }
        }
    }

    public void BeginExchange()
    {
        lock (_gate)
        {
            _withinExchange = true;
        }
    }

    public void EndExchange()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _withinExchange = false;
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.TrySetResult();
    }

    /// <summary>There will be no further exchange: whoever waits or will wait is told so.</summary>
    public void End(Exception? cause)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _ended = true;
            _failure = new PairLinkException(new(PairLinkFault.CarrierLost, "the connection ended"), cause);
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.TrySetResult();
    }

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task waiting;
            lock (_gate)
            {
                if (_ended)
                {
                    throw new PairLinkException(_failure!.Error, _failure);
                }

                if (!_withinExchange)
                {
                    return;
                }

                waiting = (_waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
