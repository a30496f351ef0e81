namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>What an input is parsed as.</summary>
internal enum CredentialKind
{
    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>A revocation list.</summary>
    List,

    /// <summary>An OCSP response.</summary>
    Response,

    /// <summary>An OCSP request, which a responder answers.</summary>
    Request,

    /// <summary>A text with certificates, a certification request or a signed trust list.</summary>
    Pem,

    /// <summary>A certification request.</summary>
    CertificationRequest,

    /// <summary>A CMS object, whose content is a trust list.</summary>
    Cms,

    /// <summary>The content of a trust list.</summary>
    TrustList,

    /// <summary>A contract's private key sealed by ISO 15118-2: a SEQUENCE of the sender's key and the encrypted key, both OCTET STRINGs.</summary>
    EnvelopeOfPart2,

    /// <summary>The same by ISO 15118-20.</summary>
    EnvelopeOfPart20,

    /// <summary>A public key with its algorithm.</summary>
    PublicKey,

    /// <summary>An ECDSA signature.</summary>
    Signature,

    /// <summary>The text of an EMAID, EVCCID, PCID, EVSEID or SECCID.</summary>
    Identifier,

    /// <summary>The log of an authority.</summary>
    Log,
}
