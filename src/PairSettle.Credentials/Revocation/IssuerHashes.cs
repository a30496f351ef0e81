using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>The hashes that OCSP names an issuer by, each made once however many answers are held against it.</summary>
/// <param name="name">The issuer's name.</param>
/// <param name="issuer">The certificate with the issuer's key.</param>
internal sealed class IssuerHashes(DistinguishedName name, Certificate issuer)
{
    private readonly Dictionary<HashAlgorithmName, (byte[] Name, byte[] Key)> _known = [];

    /// <summary>Whether an identifier is of a certificate of the issuer; false for hashes other than SHA-1, SHA-256, SHA-384 and SHA-512.</summary>
    public bool Match(OcspCertificateId id)
    {
        if (HashOf(id.HashAlgorithmOid) is not { } hash)
        {
            return false;
        }

        if (!_known.TryGetValue(hash, out var digests))
        {
            digests = (CryptographicOperations.HashData(hash, name.RawData.Span), CryptographicOperations.HashData(hash, issuer.PublicKey.Span));
            _known.Add(hash, digests);
        }

        return id.IssuerNameHash.Span.SequenceEqual(digests.Name) && id.IssuerKeyHash.Span.SequenceEqual(digests.Key);
    }

    private static HashAlgorithmName? HashOf(string oid) => oid switch
    {
        Oids.Sha1 => HashAlgorithmName.SHA1, // names the issuer and protects nothing (RFC 6960, 4.3)
        Oids.Sha256 => HashAlgorithmName.SHA256,
        Oids.Sha384 => HashAlgorithmName.SHA384,
        Oids.Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };
}
