namespace PairSettle.Testing.Pki;

/// <summary>One thing that is wrong with a credential that <see cref="ThrowAwayPki"/> makes.</summary>
public enum PkiDefect
{
    /// <summary>The leaf's validity ended a day before the time of the PKI.</summary>
    LeafExpired,

    /// <summary>The leaf's validity begins a day after the time of the PKI.</summary>
    LeafNotYetValid,

    /// <summary>The validity of the intermediate that issued the leaf ended a day before the time of the PKI.</summary>
    SubAuthorityExpired,

    /// <summary>The leaf is on the revocation list of its issuer.</summary>
    LeafRevoked,

    /// <summary>The intermediate that issued the leaf is on the revocation list of its own issuer.</summary>
    SubAuthorityRevoked,

    /// <summary>The chain ends in a root of the right name that is not among the anchors.</summary>
    WrongRoot,

    /// <summary>The leaf's domain component belongs to nobody.</summary>
    WrongDomainComponent,

    /// <summary>The leaf's key usage is data encipherment alone.</summary>
    WrongKeyUsage,

    /// <summary>The leaf's key is on secp384r1.</summary>
    WrongCurve,

    /// <summary>One bit of the signature on the leaf is flipped.</summary>
    BrokenSignature,

    /// <summary>The certificate that issued the leaf is no authority.</summary>
    IssuerNotAuthority,

    /// <summary>The intermediate above the leaf's issuer allows no intermediate below itself.</summary>
    PathTooLong,

    /// <summary>The leaf has a critical extension that nobody knows.</summary>
    UnknownCriticalExtension,

    /// <summary>The leaf has an extended key usage that the use does not allow.</summary>
    WrongExtendedKeyUsage,

    /// <summary>The leaf is longer than 800 octets.</summary>
    TooLarge,
}
