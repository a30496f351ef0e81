namespace PairSettle.Credentials;

/// <summary>How old evidence is at the time of verification; larger is worse.</summary>
public enum EvidenceFreshness
{
    /// <summary>Its next update is not due.</summary>
    Fresh,

    /// <summary>Its next update is overdue, by less than the policy tolerates.</summary>
    Stale,

    /// <summary>Its next update is overdue by more than the policy tolerates; it was not used.</summary>
    TooOld,

    /// <summary>There is no evidence.</summary>
    Absent,
}
