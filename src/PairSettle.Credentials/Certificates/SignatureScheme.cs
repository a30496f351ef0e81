using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>What a signature algorithm identifier stands for: the one seam through which an algorithm gets into the package.</summary>
/// <param name="Kind">How the signature is made.</param>
/// <param name="Hash">The hash that is signed; none for <see cref="SignatureKind.Edwards"/>.</param>
/// <param name="Edwards">The kind of key for <see cref="SignatureKind.Edwards"/>.</param>
internal readonly record struct SignatureScheme(SignatureKind Kind, HashAlgorithmName Hash, KeyAlgorithm Edwards = KeyAlgorithm.Unsupported)
{
    /// <summary>Whether the signature is a pair of numbers in DER.</summary>
    public bool IsEcdsa => Kind == SignatureKind.Ecdsa;

    /// <summary>Whether the scheme is verified under <see cref="AlgorithmPolicy.Legacy"/> alone.</summary>
    public bool IsLegacy => Hash == HashAlgorithmName.SHA1 || Kind == SignatureKind.Dsa;

    /// <summary>Whether a key of this kind makes such signatures.</summary>
    public bool Suits(KeyAlgorithm key) => Kind switch
    {
        SignatureKind.Ecdsa => key.Signature() is not null,
        SignatureKind.RsaPkcs1 => key == KeyAlgorithm.Rsa,
        SignatureKind.RsaPss => key is KeyAlgorithm.Rsa or KeyAlgorithm.RsaPss,
        SignatureKind.Dsa => key == KeyAlgorithm.Dsa,
        _ => key == Edwards,
    };

    /// <summary>Looks an identifier up whose algorithm takes no parameters that say anything.</summary>
    /// <returns>The scheme, or null for one that is never verified.</returns>
    public static SignatureScheme? Find(string oid) => oid switch
    {
        Oids.EcdsaWithSha256 => new(SignatureKind.Ecdsa, HashAlgorithmName.SHA256),
        Oids.EcdsaWithSha384 => new(SignatureKind.Ecdsa, HashAlgorithmName.SHA384),
        Oids.EcdsaWithSha512 => new(SignatureKind.Ecdsa, HashAlgorithmName.SHA512),
        Oids.RsaWithSha256 => new(SignatureKind.RsaPkcs1, HashAlgorithmName.SHA256),
        Oids.RsaWithSha384 => new(SignatureKind.RsaPkcs1, HashAlgorithmName.SHA384),
        Oids.RsaWithSha512 => new(SignatureKind.RsaPkcs1, HashAlgorithmName.SHA512),
        Oids.RsaWithSha1 => new(SignatureKind.RsaPkcs1, HashAlgorithmName.SHA1),
        Oids.DsaWithSha1 => new(SignatureKind.Dsa, HashAlgorithmName.SHA1),
        Oids.DsaWithSha256 => new(SignatureKind.Dsa, HashAlgorithmName.SHA256),
        Oids.Ed25519 => new(SignatureKind.Edwards, default, KeyAlgorithm.Ed25519),
        Oids.Ed448 => new(SignatureKind.Edwards, default, KeyAlgorithm.Ed448),
        _ => null,
    };
}
