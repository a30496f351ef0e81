using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>The facts that follow from a signature algorithm.</summary>
public static class SignatureAlgorithmExtensions
{
    /// <summary>The hash to sign.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>The hash algorithm.</returns>
    public static HashAlgorithmName Hash(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => HashAlgorithmName.SHA256,
        SignatureAlgorithm.EcdsaP384Sha384 => HashAlgorithmName.SHA384,
        SignatureAlgorithm.EcdsaP521Sha512 => HashAlgorithmName.SHA512,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The number of octets of the hash to sign.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>32, 48 or 64.</returns>
    public static int HashLength(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => 32,
        SignatureAlgorithm.EcdsaP384Sha384 => 48,
        SignatureAlgorithm.EcdsaP521Sha512 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The number of octets of a signature in the form r || s (IEEE P1363).</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>64, 96 or 132.</returns>
    public static int SignatureLength(this SignatureAlgorithm algorithm) => 2 * algorithm.Key().FieldLength();

    /// <summary>The object identifier of the signature algorithm (RFC 5758).</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>The dotted form.</returns>
    public static string Oid(this SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => Oids.EcdsaWithSha256,
        SignatureAlgorithm.EcdsaP384Sha384 => Oids.EcdsaWithSha384,
        SignatureAlgorithm.EcdsaP521Sha512 => Oids.EcdsaWithSha512,
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
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>The signature algorithm that belongs to a kind of key.</summary>
    /// <param name="key">The kind of key.</param>
    /// <returns>The algorithm, or null where the key is not supported.</returns>
    public static SignatureAlgorithm? Signature(this KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.EcP256 => SignatureAlgorithm.EcdsaP256Sha256,
        KeyAlgorithm.EcP384 => SignatureAlgorithm.EcdsaP384Sha384,
        KeyAlgorithm.EcP521 => SignatureAlgorithm.EcdsaP521Sha512,
        _ => null,
    };

    internal static int FieldLength(this KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.EcP256 => 32,
        KeyAlgorithm.EcP384 => 48,
        KeyAlgorithm.EcP521 => 66,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };
}
