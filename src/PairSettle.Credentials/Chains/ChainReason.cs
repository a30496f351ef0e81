namespace PairSettle.Credentials;

/// <summary>Why a chain is doubted. The value is the number of the documented code.</summary>
public enum ChainReason
{
    /// <summary>No issuer leads from the leaf to any anchor.</summary>
    NoPathToAnchor = 1001,

    /// <summary>The chain ends in an anchor of a role that must not vouch for this use.</summary>
    AnchorRoleNotAllowed = 1002,

    /// <summary>The issuer's key did not make this signature.</summary>
    SignatureInvalid = 1003,

    /// <summary>The time of verification lies after the validity.</summary>
    Expired = 1004,

    /// <summary>The time of verification lies before the validity.</summary>
    NotYetValid = 1005,

    /// <summary>Verified evidence says that the certificate was revoked by the time of verification.</summary>
    Revoked = 1006,

    /// <summary>There is no usable evidence about the certificate.</summary>
    RevocationUnknown = 1007,

    /// <summary>The freshest evidence is past its next update, but within the time that the policy tolerates.</summary>
    EvidenceStale = 1008,

    /// <summary>The freshest evidence is older than the policy tolerates.</summary>
    EvidenceTooOld = 1009,

    /// <summary>Evidence about the certificate was given that does not verify; it was not used.</summary>
    EvidenceUnusable = 1010,

    /// <summary>Verified evidence says that the certificate was revoked after the time of verification.</summary>
    RevokedLater = 1011,

    /// <summary>An issuer is not marked as an authority.</summary>
    IssuerNotAuthority = 1012,

    /// <summary>More intermediates follow an issuer than its path length allows.</summary>
    PathLengthExceeded = 1013,

    /// <summary>An issuer's key usage does not allow it to sign certificates.</summary>
    IssuerKeyUsage = 1014,

    /// <summary>A critical extension is not understood.</summary>
    UnhandledCriticalExtension = 1015,

    /// <summary>A name constraint applies to a name of a form that is not evaluated, or to one that is malformed.</summary>
    NameConstraintsUnchecked = 1016,

    /// <summary>The certificate is not of version 3.</summary>
    NotVersion3 = 1017,

    /// <summary>The serial number is not positive or longer than 20 octets.</summary>
    SerialNumberUnsuitable = 1018,

    /// <summary>A time before 2050 is encoded as GeneralizedTime.</summary>
    TimeEncodingUnsuitable = 1019,

    /// <summary>The public key cannot be used: its algorithm is not supported or its point is not on the curve.</summary>
    PublicKeyUnusable = 1020,

    /// <summary>The key or signature algorithm is not one of the profile.</summary>
    AlgorithmNotAllowed = 1021,

    /// <summary>The leaf's domain component is not the one that the use demands.</summary>
    DomainComponentWrong = 1022,

    /// <summary>The leaf's key usage lacks a bit that the use demands or has one that it forbids.</summary>
    KeyUsageWrong = 1023,

    /// <summary>The leaf's extended key usage does not fit the use.</summary>
    ExtendedKeyUsageWrong = 1024,

    /// <summary>A certificate is longer than the profile allows.</summary>
    CertificateTooLarge = 1025,

    /// <summary>The chain has more certificates than the profile allows.</summary>
    ChainTooLong = 1026,

    /// <summary>The leaf is an authority's certificate.</summary>
    LeafIsAuthority = 1027,

    /// <summary>The leaf was issued by a root although the profile demands an intermediate.</summary>
    LeafIssuedByRoot = 1028,

    /// <summary>The leaf itself is an anchor.</summary>
    LeafIsAnchor = 1029,

    /// <summary>The leaf's common name does not have the form of the identifier that the profile puts there.</summary>
    CommonNameUnsuitable = 1030,

    /// <summary>The check character of the EMAID in the leaf's common name is wrong or absent.</summary>
    EmaidCheckCharacter = 1031,

    /// <summary>basicConstraints or keyUsage is not marked critical, or keyUsage is absent.</summary>
    ProfileExtensionNotCritical = 1032,

    /// <summary>The work budget ran out before the search was finished.</summary>
    BudgetExhausted = 1033,

    /// <summary>An issuer's validity ends before that of the certificate it issued.</summary>
    OutlivesIssuer = 1034,

    /// <summary>A name of the certificate is outside of the names that a certificate above permits.</summary>
    NameNotPermitted = 1035,

    /// <summary>A name of the certificate is among the names that a certificate above excludes.</summary>
    NameExcluded = 1036,

    /// <summary>A certificate policy is required, and the path is valid for no acceptable one.</summary>
    PolicyNotSatisfied = 1037,

    /// <summary>A certificate maps anyPolicy.</summary>
    PolicyMappingInvalid = 1038,

    /// <summary>The certificate breaks a rule that RFC 5280 lays on its issuer.</summary>
    IssuanceRuleBroken = 1039,

    /// <summary>The leaf does not name the peer that the request names.</summary>
    PeerNameMismatch = 1040,

    /// <summary>The anchor does not count at the time of verification: its window has not begun, is over, or it was withdrawn.</summary>
    AnchorNotInForce = 1041,

    /// <summary>A name does not have the form that the profile of vehicles asks.</summary>
    SubjectFormWrong = 1042,

    /// <summary>An intermediate's key usage or extended key usage is not what the profile of vehicles asks of authorities.</summary>
    AuthorityUsageWrong = 1043,

    /// <summary>A key identifier is not made of the key as the profile of vehicles asks, or another form of it stands beside.</summary>
    KeyIdentifierWrong = 1044,

    /// <summary>The check character of the EVCCID in the leaf's common name is wrong.</summary>
    EvccidCheckCharacter = 1045,
}
