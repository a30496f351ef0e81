using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>What a signature algorithm identifier stands for: the one seam through which an algorithm gets into the package.</summary>
/// <param name="Hash">The hash that is signed.</param>
/// <param name="IsEcdsa">Whether the key is one on a curve.</param>
/// <param name="Key">The kind of key where <paramref name="IsEcdsa"/> is false.</param>
internal readonly record struct SignatureScheme(HashAlgorithmName Hash, bool IsEcdsa, KeyAlgorithm Key)
{
    /// <summary>Whether a key of this kind makes such signatures.</summary>
    public bool Suits(KeyAlgorithm key) => IsEcdsa ? key.Signature() is not null : key == Key;

    /// <summary>Whether the scheme is verified under <see cref="AlgorithmPolicy.Legacy"/> alone.</summary>
    public bool IsLegacy => Hash == HashAlgorithmName.SHA1 || Key == KeyAlgorithm.Dsa;

    /// <summary>Looks an identifier up.</summary>
    /// <returns>The scheme, or null for one that is never verified.</returns>
    public static SignatureScheme? Find(string oid) => oid switch
    {
        Oids.EcdsaWithSha256 => new(HashAlgorithmName.SHA256, true, default),
        Oids.EcdsaWithSha384 => new(HashAlgorithmName.SHA384, true, default),
        Oids.EcdsaWithSha512 => new(HashAlgorithmName.SHA512, true, default),
        Oids.RsaWithSha256 => new(HashAlgorithmName.SHA256, false, KeyAlgorithm.Rsa),
        Oids.RsaWithSha384 => new(HashAlgorithmName.SHA384, false, KeyAlgorithm.Rsa),
        Oids.RsaWithSha512 => new(HashAlgorithmName.SHA512, false, KeyAlgorithm.Rsa),
        Oids.RsaWithSha1 => new(HashAlgorithmName.SHA1, false, KeyAlgorithm.Rsa),
        Oids.DsaWithSha1 => new(HashAlgorithmName.SHA1, false, KeyAlgorithm.Dsa),
        Oids.DsaWithSha256 => new(HashAlgorithmName.SHA256, false, KeyAlgorithm.Dsa),
        _ => null,
    };
}
