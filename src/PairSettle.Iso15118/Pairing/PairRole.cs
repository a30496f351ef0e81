namespace PairSettle.Iso15118.Pairing;

/// <summary>The end of the connection that this host is.</summary>
public enum PairRole
{
    /// <summary>The EVCC: it sends requests, and pair frames only while none of them is unanswered.</summary>
    Vehicle,

    /// <summary>The SECC: it sends responses, and pair frames only while it owes none.</summary>
    Charger,
}
