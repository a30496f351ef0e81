namespace PairSettle.Records.Settlement;

/// <summary>The timers that a machine has armed. One that was armed anew or cancelled while it ran out says nothing.</summary>
/// <param name="time">The clock.</param>
/// <param name="inbox">Where they announce that they ran out.</param>
internal sealed class HostTimers(TimeProvider time, SettlementInbox inbox)
{
    private readonly Dictionary<SettlementTimer, (ITimer Timer, long Arming)> _armed = [];
    private long _armings;

    public void Arm(SettlementTimer timer, TimeSpan due)
    {
        Cancel(timer);
        var arming = ++_armings;
        _armed[timer] = (time.CreateTimer(
            _ => inbox.Post(at => _armed.GetValueOrDefault(timer).Arming == arming ? new SettlementInput.Elapsed(at, timer) : null),
            null,
            due,
            Timeout.InfiniteTimeSpan), arming);
    }

    public void Cancel(SettlementTimer timer)
    {
        if (_armed.Remove(timer, out var armed))
        {
            armed.Timer.Dispose();
        }
    }
}
