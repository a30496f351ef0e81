namespace PairSettle.Credentials;

/// <summary>The kind of a public key.</summary>
public enum KeyAlgorithm
{
    /// <summary>A key that this package cannot use; a chain that needs it is rejected with a finding.</summary>
    Unsupported,

    /// <summary>ECDSA or ECDH on secp256r1.</summary>
    EcP256,

    /// <summary>ECDSA or ECDH on secp384r1.</summary>
    EcP384,

    /// <summary>ECDSA or ECDH on secp521r1.</summary>
    EcP521,

    /// <summary>RSA of 1,024 to 8,192 bits; for verification alone, and in no profile of ISO 15118.</summary>
    Rsa,

    /// <summary>DSA of 1,024 to 3,072 bits; for verification alone, and only under <see cref="AlgorithmPolicy.Legacy"/>.</summary>
    Dsa,

    /// <summary>RSA as <see cref="Rsa"/>, whose certificate allows RSA-PSS alone (RFC 4055, 1.2).</summary>
    RsaPss,

    /// <summary>Ed25519 (RFC 8032), in no profile of ISO 15118; it takes a <see cref="ChainPolicy.Provider"/>.</summary>
    Ed25519,

    /// <summary>Ed448 (RFC 8032), in ISO 15118-20 by choice (<see cref="Ed448Use"/>); it takes a <see cref="ChainPolicy.Provider"/>.</summary>
    Ed448,

    /// <summary>X448 (RFC 7748), for key agreement alone; no certificate of such a key is verified.</summary>
    X448,
}
