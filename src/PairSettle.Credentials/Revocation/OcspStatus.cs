namespace PairSettle.Credentials;

/// <summary>What an OCSP responder says about one certificate (RFC 6960, 4.2.1).</summary>
public enum OcspStatus
{
    /// <summary>Not revoked.</summary>
    Good,

    /// <summary>Revoked.</summary>
    Revoked,

    /// <summary>The responder does not know the certificate.</summary>
    Unknown,
}
