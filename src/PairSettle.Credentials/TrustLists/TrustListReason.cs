namespace PairSettle.Credentials;

/// <summary>Why a trust list is doubted. The value is the number of the documented code.</summary>
public enum TrustListReason
{
    /// <summary>The first certificate that goes along did not make the signature.</summary>
    SignatureInvalid = 3001,

    /// <summary>The signer's chain is rejected.</summary>
    SignerRejected = 3002,

    /// <summary>The signer's chain is neither trusted nor rejected.</summary>
    SignerUndetermined = 3003,

    /// <summary>The list was issued after the time of verification.</summary>
    NotYetIssued = 3004,

    /// <summary>The next issue was promised for an earlier time than that of verification.</summary>
    Stale = 3005,

    /// <summary>The list is not the one that was asked for.</summary>
    OtherList = 3006,

    /// <summary>An issue with a greater number is known.</summary>
    RolledBack = 3007,

    /// <summary>Another issue with the same number is known: the publisher, or who has its key, signed both.</summary>
    Forked = 3008,
}
