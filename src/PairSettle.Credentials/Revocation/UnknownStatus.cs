namespace PairSettle.Credentials;

/// <summary>What a certificate without usable revocation evidence means.</summary>
public enum UnknownStatus
{
    /// <summary>The chain is rejected.</summary>
    Reject,

    /// <summary>The chain is neither trusted nor rejected.</summary>
    Undetermined,

    /// <summary>The chain is accepted with a finding.</summary>
    Accept,
}
