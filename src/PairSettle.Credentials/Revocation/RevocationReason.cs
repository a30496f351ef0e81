namespace PairSettle.Credentials;

/// <summary>Why a certificate was revoked (RFC 5280, 5.3.1).</summary>
public enum RevocationReason
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>The subject's key is or may be known to others.</summary>
    KeyCompromise = 1,

    /// <summary>The authority's key is or may be known to others.</summary>
    AuthorityCompromise = 2,

    /// <summary>The subject's name or other content changed.</summary>
    AffiliationChanged = 3,

    /// <summary>The certificate was replaced.</summary>
    Superseded = 4,

    /// <summary>The certificate is no longer needed.</summary>
    CessationOfOperation = 5,

    /// <summary>The certificate is suspended.</summary>
    CertificateHold = 6,

    /// <summary>The suspension ended; occurs in delta lists alone.</summary>
    RemoveFromCrl = 8,

    /// <summary>A privilege was withdrawn.</summary>
    PrivilegeWithdrawn = 9,

    /// <summary>The key of an attribute authority is or may be known to others.</summary>
    AttributeAuthorityCompromise = 10,
}
