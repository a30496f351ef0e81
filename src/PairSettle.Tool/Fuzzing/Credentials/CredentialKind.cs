namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>What octets are parsed as.</summary>
internal enum CredentialKind
{
    /// <summary>A certificate.</summary>
    Certificate,

    /// <summary>A revocation list.</summary>
    List,

    /// <summary>An OCSP response.</summary>
    Response,

    /// <summary>An OCSP request.</summary>
    Request,

    /// <summary>A text with certificates.</summary>
    Pem,
}
