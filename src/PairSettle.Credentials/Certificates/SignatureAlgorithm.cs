namespace PairSettle.Credentials;

/// <summary>The pairs of curve and hash that the profiles allow, a curve is never used with another hash, and the Edwards curves, which hash for themselves.</summary>
public enum SignatureAlgorithm
{
    /// <summary>ECDSA on secp256r1 with SHA-256 (ISO 15118-2).</summary>
    EcdsaP256Sha256,

    /// <summary>ECDSA on secp384r1 with SHA-384.</summary>
    EcdsaP384Sha384,

    /// <summary>ECDSA on secp521r1 with SHA-512 (ISO 15118-20).</summary>
    EcdsaP521Sha512,

    /// <summary>Ed25519 (RFC 8032), in no profile of ISO 15118.</summary>
    Ed25519,

    /// <summary>Ed448 (RFC 8032), in ISO 15118-20 by choice.</summary>
    Ed448,
}
