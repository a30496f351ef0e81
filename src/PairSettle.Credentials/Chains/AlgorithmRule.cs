namespace PairSettle.Credentials;

/// <summary>Which keys and signatures one verification accepts: the profile's, or the policy's where the profile leaves it to that.</summary>
internal sealed class AlgorithmRule(CertificateProfile profile, ChainPolicy policy)
{
    private const int ShortestModulus = 2_048;

    private readonly bool _legacy = policy.Algorithms == AlgorithmPolicy.Legacy;

    /// <summary>Whether a certificate's key may be of its kind and size.</summary>
    public bool AllowsKey(Certificate certificate)
    {
        if (profile.Use != CertificateUse.General)
        {
            return certificate.KeyAlgorithm.Signature() is { } algorithm && profile.Algorithms.Contains(algorithm);
        }

        return certificate.KeyAlgorithm switch
        {
            KeyAlgorithm.Rsa => _legacy || certificate.KeyBits >= ShortestModulus,
            KeyAlgorithm.Dsa => _legacy,
            _ => true,
        };
    }

    /// <summary>Whether a certificate may be signed with an algorithm by a key of the issuer's kind.</summary>
    public bool AllowsSignature(Certificate issuer, string algorithmOid) => profile.Use == CertificateUse.General
        ? SignatureScheme.Find(algorithmOid) is not { IsLegacy: true } || _legacy
        // The issuer's curve decides the hash: a signature with another pair is not of the profile even if it verifies.
        : issuer.KeyAlgorithm.Signature() is not { } algorithm || algorithm.Oid() == algorithmOid;

    /// <summary>Whether evidence may be signed with an algorithm: any pair of curve and hash will do for the profiles, nothing else.</summary>
    public bool AllowsEvidence(Certificate signer, string algorithmOid) => SignatureScheme.Find(algorithmOid) is { } scheme
        && (profile.Use == CertificateUse.General ? AllowsKey(signer) && (_legacy || !scheme.IsLegacy) : scheme.IsEcdsa);
}
