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
}
