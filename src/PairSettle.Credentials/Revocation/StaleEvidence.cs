namespace PairSettle.Credentials;

/// <summary>What evidence means that is past its next update but not yet too old.</summary>
public enum StaleEvidence
{
    /// <summary>The chain is rejected.</summary>
    Reject,

    /// <summary>The chain is neither trusted nor rejected.</summary>
    Undetermined,

    /// <summary>The chain is accepted with a finding; the caller lowers its caps.</summary>
    Accept,
}
