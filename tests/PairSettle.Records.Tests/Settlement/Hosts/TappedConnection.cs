using PairSettle.Iso15118.Pairing;

namespace PairSettle.Records.Tests.Settlement.Hosts;

/// <summary>What the two ends of a link have in common: the messages between them, and their end.</summary>
internal sealed class TappedConnection(MemoryPairLink one, MemoryPairLink other, Action cut)
{
    private int _underWay;
    private bool _isCut;

    public bool IsCut => Volatile.Read(ref _isCut);

    /// <summary>Whether every message that left was dealt with.</summary>
    public bool IsEmpty => Volatile.Read(ref _underWay) == 0;

    public void Left() => Interlocked.Increment(ref _underWay);

    public void Arrived() => Interlocked.Decrement(ref _underWay);

    public async ValueTask CutAsync()
    {
        Volatile.Write(ref _isCut, true);
        await one.DisposeAsync();
        await other.DisposeAsync();
        cut();
    }
}
