using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>The facts that follow from a signature algorithm.</summary>
public static class SignatureAlgorithmExtensions
{
    /// <summary>Whether the signature is over a hash: true for ECDSA, false for the Edwards curves, which sign data.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>Whether <see cref="ICredentialSigner.SignHash"/> serves the algorithm.</returns>
    public static bool SignsHash(this SignatureAlgorithm algorithm) => algorithm is not (SignatureAlgorithm.Ed25519 or SignatureAlgorithm.Ed448);

    /// <summary>The hash to sign.</summary>
    /// <param name="algorithm">An algorithm of ECDSA.</param>
    /// <returns>The hash algorithm.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm does not sign a hash.</exception>
    public static HashAlgorithmName Hash(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => HashAlgorithmName.SHA256,
        SignatureAlgorithm.EcdsaP384Sha384 => HashAlgorithmName.SHA384,
        SignatureAlgorithm.EcdsaP521Sha512 => HashAlgorithmName.SHA512,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The number of octets of the hash to sign.</summary>
    /// <param name="algorithm">An algorithm of ECDSA.</param>
    /// <returns>32, 48 or 64.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The algorithm does not sign a hash.</exception>
    public static int HashLength(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => 32,
        SignatureAlgorithm.EcdsaP384Sha384 => 48,
        SignatureAlgorithm.EcdsaP521Sha512 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The number of octets of a signature: of ECDSA in the form r || s (IEEE P1363), of Edwards curves as RFC 8032 has it.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>64, 96, 132 or 114.</returns>
    public static int SignatureLength(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.Ed25519 => 64,
        SignatureAlgorithm.Ed448 => 114,
        _ => 2 * algorithm.Key().FieldLength(),
    };

    /// <summary>The object identifier of the signature algorithm (RFC 5758, RFC 8410).</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>The dotted form.</returns>
    public static string Oid(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => Oids.EcdsaWithSha256,
        SignatureAlgorithm.EcdsaP384Sha384 => Oids.EcdsaWithSha384,
        SignatureAlgorithm.EcdsaP521Sha512 => Oids.EcdsaWithSha512,
        SignatureAlgorithm.Ed25519 => Oids.Ed25519,
        SignatureAlgorithm.Ed448 => Oids.Ed448,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The kind of key that the algorithm uses.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>The kind of key.</returns>
    public static KeyAlgorithm Key(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => KeyAlgorithm.EcP256,
        SignatureAlgorithm.EcdsaP384Sha384 => KeyAlgorithm.EcP384,
        SignatureAlgorithm.EcdsaP521Sha512 => KeyAlgorithm.EcP521,
        SignatureAlgorithm.Ed25519 => KeyAlgorithm.Ed25519,
        SignatureAlgorithm.Ed448 => KeyAlgorithm.Ed448,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The algorithm of ECDSA that belongs to a kind of key: the only ones with which messages and records are signed.</summary>
    /// <param name="key">The kind of key.</param>
    /// <returns>The algorithm, or null where the key is not on one of the three NIST curves.</returns>
    public static SignatureAlgorithm? Signature(this KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.EcP256 => SignatureAlgorithm.EcdsaP256Sha256,
        KeyAlgorithm.EcP384 => SignatureAlgorithm.EcdsaP384Sha384,
        KeyAlgorithm.EcP521 => SignatureAlgorithm.EcdsaP521Sha512,
        _ => null,
    };

    /// <summary>The algorithm that certificates use with a kind of key: that of ECDSA, or that of an Edwards curve.</summary>
    internal static SignatureAlgorithm? CertificateSignature(this KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.Ed25519 => SignatureAlgorithm.Ed25519,
        KeyAlgorithm.Ed448 => SignatureAlgorithm.Ed448,
        _ => key.Signature(),
    };

    internal static int PublicKeyLength(this KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.Ed25519 => 32,
        KeyAlgorithm.Ed448 => 57,
        _ => 1 + (2 * key.FieldLength()),
    };

    internal static int FieldLength(this KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.EcP256 => 32,
        KeyAlgorithm.EcP384 => 48,
        KeyAlgorithm.EcP521 => 66,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };
}
