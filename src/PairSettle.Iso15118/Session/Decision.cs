namespace PairSettle.Iso15118.Session;

/// <summary>An answer that may still be open.</summary>
public enum Decision
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>Yes.</summary>
    Granted,

    /// <summary>No.</summary>
    Refused,
}
