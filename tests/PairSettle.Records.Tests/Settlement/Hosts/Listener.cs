using PairSettle.Records.Format;
using PairSettle.Records.Settlement;

namespace PairSettle.Records.Tests.Settlement.Hosts;

/// <summary>Remembers what a host said, and lets a test wait for it.</summary>
internal sealed class Listener(Action<SettlementProgress> progressed, Action withdrawn) : ISettlementObserver
{
    private readonly TaskCompletionSource _permitted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<EndReason> _withdrawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Permitted => _permitted.Task;

    public Task<EndReason> Withdrawn => _withdrawn.Task;

    public bool PowerFlows { get; private set; }

    public List<SettledSession> Records { get; } = [];

    public void PowerPermitted(Digest agreement, Caps caps)
    {
        PowerFlows = true;
        _permitted.TrySetResult();
    }

    public void PowerWithdrawn(EndReason reason)
    {
        PowerFlows = false;
        _withdrawn.TrySetResult(reason);
        withdrawn();
    }

    public void Progressed(SettlementProgress progress) => progressed(progress);

    public void Published(SettledSession settled) => Records.Add(settled);
}
