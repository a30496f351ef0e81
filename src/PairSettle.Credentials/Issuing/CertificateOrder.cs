using System.Collections.Immutable;

namespace PairSettle.Credentials.Issuing;

/// <summary>Everything that an authority needs in order to issue one certificate. Time and serial number are the caller's.</summary>
public sealed record CertificateOrder
{
    /// <summary>The kind of certificate.</summary>
    public required CertificateTemplate Template { get; init; }

    /// <summary>The subject.</summary>
    public required DistinguishedName Subject { get; init; }

    /// <summary>The subject's public key with its algorithm, DER.</summary>
    public required ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; init; }

    /// <summary>The serial number; <see cref="SerialNumbers.Random"/> makes good ones.</summary>
    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>The first second of validity.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The last second of validity.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>
    /// The subject's key identifier; empty for the one that the template's method makes of its key. A cross certificate has that of the
    /// certificate it stands beside.
    /// </summary>
    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; init; }

    /// <summary>Where OCSP responders answer for the certificate, as URIs (authorityInfoAccess); the extension is left out where empty.</summary>
    public ImmutableArray<string> OcspResponders { get; init; } = [];

    /// <summary>Where the revocation list lies that covers the certificate, as URIs (cRLDistributionPoints); the extension is left out where empty.</summary>
    public ImmutableArray<string> CrlDistributionPoints { get; init; } = [];

    /// <summary>The key identifier that the certificate gets.</summary>
    internal ReadOnlyMemory<byte> EffectiveKeyIdentifier =>
        SubjectKeyIdentifier.IsEmpty ? KeyIdentifier.Compute(SubjectPublicKeyInfo, Template.KeyIdentifier) : SubjectKeyIdentifier;

    /// <summary>
    /// Orders a cross certificate: name, key and key identifier of another hierarchy's authority, so that what that one issued leads to this
    /// one's anchor too. Of what else its certificate says, only the key usage and the path length are taken over.
    /// </summary>
    /// <param name="subject">The certificate of the other authority: a root, whose own signature is checked, or an intermediate.</param>
    /// <param name="serialNumber">The serial number.</param>
    /// <param name="notBefore">The first second of validity.</param>
    /// <param name="notAfter">The last second of validity; where the other's own ends earlier, that.</param>
    /// <param name="pathLength">The number of intermediates that may follow, where it is to be less than the other's own.</param>
    /// <param name="provider">Algorithms from elsewhere than the platform, where a root's key needs them.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentException">The certificate is not an authority's, a root's did not sign itself, or it is over before it is to begin.</exception>
    public static CertificateOrder Cross(
        Certificate subject, ReadOnlyMemory<byte> serialNumber, DateTimeOffset notBefore, DateTimeOffset notAfter, int? pathLength = null,
        IAlgorithmProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!subject.IsAuthority || (subject.HasKeyUsage && !subject.KeyUsage.HasFlag(KeyUsage.KeyCertSign)))
        {
            throw new ArgumentException("the certificate is not one of an authority", nameof(subject));
        }

        if (subject.IsSelfIssued && !(subject.Key is { } key && key.VerifyData(subject.SignedData.Span, subject.Scheme, subject.Signature.Span, provider)))
        {
            throw new ArgumentException("the root's certificate is not signed with its own key", nameof(subject));
        }

        var end = notAfter < subject.NotAfter ? notAfter : subject.NotAfter;
        return new CertificateOrder
        {
            Template = new()
            {
                IsAuthority = true,
                PathLength = pathLength is { } less && !(subject.PathLength < less) ? less : subject.PathLength,
                KeyUsage = subject.HasKeyUsage ? subject.KeyUsage : KeyUsage.KeyCertSign | KeyUsage.CrlSign,
            },
            Subject = subject.Subject,
            SubjectPublicKeyInfo = subject.SubjectPublicKeyInfo,
            SubjectKeyIdentifier = subject.SubjectKeyIdentifier,
            SerialNumber = serialNumber,
            NotBefore = notBefore,
            NotAfter = notBefore < end ? end : throw new ArgumentException("the other authority's own validity is over by then", nameof(notBefore)),
        };
    }
}
