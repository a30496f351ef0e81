namespace PairSettle.Credentials;

/// <summary>Which keys and signatures one verification accepts: the profile's, or the policy's where the profile leaves it to that.</summary>
internal sealed class AlgorithmRule(CertificateProfile profile, ChainPolicy policy)
{
    private const int ShortestModulus = 2_048;

    private readonly bool _legacy = policy.Algorithms == AlgorithmPolicy.Legacy;

    // Declarations and meters sign what no edition governs, and have algorithms of their own.
    private readonly bool _ed448 = policy is { Edition: Iso15118Edition.Iso15118_20, Ed448: Ed448Use.Accept }
        && profile.Use is not (CertificateUse.Declaration or CertificateUse.Meter);

    /// <summary>Whether a certificate's key may be of its kind and size.</summary>
    public bool AllowsKey(Certificate certificate)
    {
        if (profile.Use != CertificateUse.General)
        {
            return certificate.KeyAlgorithm.CertificateSignature() is { } algorithm
                && (profile.Algorithms.Contains(algorithm) || (_ed448 && algorithm == SignatureAlgorithm.Ed448));
        }

        return certificate.KeyAlgorithm switch
        {
            KeyAlgorithm.Rsa or KeyAlgorithm.RsaPss => _legacy || certificate.KeyBits >= ShortestModulus,
            KeyAlgorithm.Dsa => _legacy,
            _ => true,
        };
    }

    /// <summary>Whether a certificate may be signed with its algorithm by a key of the issuer's kind.</summary>
    public bool AllowsSignature(Certificate issuer, Certificate issued) => profile.Use == CertificateUse.General
        ? issued.Scheme is not { IsLegacy: true } || _legacy
        // The issuer's curve decides the hash: a signature with another pair is not of the profile even if it verifies.
        : issuer.KeyAlgorithm.CertificateSignature() is not { } algorithm || algorithm.Oid() == issued.SignatureAlgorithmOid;

    /// <summary>Whether evidence may be signed with an algorithm: any pair of curve and hash will do for the profiles, nothing else.</summary>
    public bool AllowsEvidence(Certificate signer, SignatureScheme? with) => with is { } scheme
        && (profile.Use == CertificateUse.General ? AllowsKey(signer) && (_legacy || !scheme.IsLegacy)
            : scheme.IsEcdsa || (_ed448 && scheme.Edwards == KeyAlgorithm.Ed448));
}
