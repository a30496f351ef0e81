namespace PairSettle.Iso15118.Session;

/// <summary>What the check of a contract certificate chain found; each answer has its response code.</summary>
public enum ContractVerdict
{
    /// <summary>OK.</summary>
    Valid,

    /// <summary>OK_CertificateExpiresSoon.</summary>
    ExpiresSoon,

    /// <summary>FAILED_CertChainError: no path to a trusted anchor, or not a contract certificate of the eMAID.</summary>
    ChainError,

    /// <summary>FAILED_CertificateExpired: outside its validity, too early included ([V2G2-824]).</summary>
    Expired,

    /// <summary>FAILED_CertificateRevoked.</summary>
    Revoked,

    /// <summary>FAILED_CertificateNotAllowedAtThisEVSE.</summary>
    NotAllowed,

    /// <summary>FAILED_ContractCanceled.</summary>
    Canceled,

    /// <summary>FAILED_NoCertificateAvailable.</summary>
    NoCertificate,
}
