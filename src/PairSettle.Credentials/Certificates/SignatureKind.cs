namespace PairSettle.Credentials;

/// <summary>How a signature over data is made.</summary>
internal enum SignatureKind
{
    /// <summary>ECDSA over a hash.</summary>
    Ecdsa,

    /// <summary>RSA, PKCS #1 v1.5, over a hash.</summary>
    RsaPkcs1,

    /// <summary>RSA-PSS over a hash, with a salt as long as the hash.</summary>
    RsaPss,

    /// <summary>DSA over a hash.</summary>
    Dsa,

    /// <summary>Ed25519 or Ed448 over the data itself (RFC 8032), which the platform does not offer.</summary>
    Edwards,
}
