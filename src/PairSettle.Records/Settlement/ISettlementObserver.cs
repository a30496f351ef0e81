using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>
/// Who learns from a host what to do and what has happened. The calls come one at a time, in the order of the events, and the session
/// waits for them: they return at once.
/// </summary>
public interface ISettlementObserver
{
    /// <summary>Power may flow, within the limits.</summary>
    /// <param name="agreement">The identity of the session.</param>
    /// <param name="caps">The limits that both signed.</param>
    void PowerPermitted(Digest agreement, Caps caps)
    {
    }

    /// <summary>Power must stop at once; then a reading with power off is pushed to the host.</summary>
    /// <param name="reason">Why.</param>
    void PowerWithdrawn(EndReason reason)
    {
    }

    /// <summary>Energy, cost or checkpoints moved on.</summary>
    /// <param name="progress">Where the session stands.</param>
    void Progressed(SettlementProgress progress)
    {
    }

    /// <summary>The peer signed two different statements for one step.</summary>
    /// <param name="contradiction">The proof.</param>
    void PeerContradicted(PeerContradiction contradiction)
    {
    }

    /// <summary>There is a record; it is in the journal.</summary>
    /// <param name="settled">The record.</param>
    void Published(SettledSession settled)
    {
    }

    /// <summary>The session ended without a record.</summary>
    /// <param name="fault">Why.</param>
    void Abandoned(SettlementFault fault)
    {
    }
}
