namespace PairSettle.Credentials;

/// <summary>The pairs of curve and hash that the profiles allow; a curve is never used with another hash.</summary>
public enum SignatureAlgorithm
{
    /// <summary>ECDSA on secp256r1 with SHA-256 (ISO 15118-2).</summary>
    EcdsaP256Sha256,

    /// <summary>ECDSA on secp384r1 with SHA-384.</summary>
    EcdsaP384Sha384,

    /// <summary>ECDSA on secp521r1 with SHA-512 (ISO 15118-20).</summary>
    EcdsaP521Sha512,
}
