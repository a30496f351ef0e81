using System.Collections.Immutable;
using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>The checks of RFC 5280, section 6, and of the profile on one path. All of them run, so that a report names every defect.</summary>
internal sealed class PathCheck(ChainRequest request, CertificateProfile profile, FindingList findings)
{
    // Understood here, or harmless to the uses of this package. Everything else that is critical is a finding.
    private static readonly ImmutableHashSet<string> Understood =
    [
        Oids.BasicConstraints, Oids.KeyUsage, Oids.ExtendedKeyUsage, Oids.SubjectKeyIdentifier, Oids.AuthorityKeyIdentifier,
        Oids.SubjectAltName, Oids.IssuerAltName, Oids.CrlDistributionPoints, Oids.AuthorityInfoAccess, Oids.OcspNoCheck,
        Oids.NameConstraints, // has a finding of its own
    ];

    private const int LongestSerialNumber = 20;

    public void Run(CandidatePath path)
    {
        var certificates = path.Certificates;
        for (var i = 0; i < certificates.Length; i++)
        {
            CheckCertificate(certificates[i], i);
            CheckProfileOfEach(certificates[i], i);
            if (i > 0)
            {
                CheckIssuer(certificates, certificates[i], i);
            }

            var issuer = i + 1 < certificates.Length ? certificates[i + 1] : path.Anchor;
            if (issuer is not null)
            {
                CheckLink(certificates[i], issuer, i);
            }
        }

        foreach (var broken in path.BrokenLinks)
        {
            findings.Add(ChainReason.SignatureInvalid, broken, "the issuer's key did not make this signature");
        }

        if (path.Anchor is { } anchor)
        {
            CheckAnchor(path, anchor);
        }

        var leaf = certificates.IsEmpty ? path.Anchor! : certificates[0];
        new LeafCheck(request, profile, findings).Run(leaf, path.Anchor is null ? null : path.Role);

        var depth = certificates.Count(certificate => !certificate.IsSelfIssued);
        if (depth > profile.MaxDepth)
        {
            findings.Add(ChainReason.ChainTooLong, 0, Text($"{depth} certificates that are not self-issued, at most {profile.MaxDepth} allowed"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void CheckCertificate(Certificate certificate, int index)
    {
        if (request.At > certificate.NotAfter)
        {
            findings.Add(ChainReason.Expired, index, Text($"valid until {certificate.NotAfter:u}, verified at {request.At:u}"));
        }

        if (request.At < certificate.NotBefore)
        {
            findings.Add(ChainReason.NotYetValid, index, Text($"valid from {certificate.NotBefore:u}, verified at {request.At:u}"));
        }

        if (certificate.Version != 3)
        {
            findings.Add(ChainReason.NotVersion3, index, Text($"version {certificate.Version}"));
        }

        var serial = certificate.SerialNumber.Span;
        if (serial[0] >= 0x80 || serial is [0] || serial.Length > LongestSerialNumber)
        {
            findings.Add(ChainReason.SerialNumberUnsuitable, index, Text($"the serial number must be positive and at most {LongestSerialNumber} octets long"));
        }

        if (!certificate.HasPreferredTimes)
        {
            findings.Add(ChainReason.TimeEncodingUnsuitable, index, "GeneralizedTime before 2050", FindingEffect.Notes);
        }

        foreach (var extension in certificate.Extensions)
        {
            if (extension.Critical && !Understood.Contains(extension.Oid))
            {
                findings.Add(ChainReason.UnhandledCriticalExtension, index, $"critical extension {extension.Oid}");
            }
        }

        if (certificate.FindExtension(Oids.NameConstraints) is not null)
        {
            findings.Add(ChainReason.NameConstraintsUnchecked, index, "name constraints are not used by the profiles and were not evaluated");
        }

        if (!certificate.HasUsableKey)
        {
            findings.Add(ChainReason.PublicKeyUnusable, index, "the public key's algorithm is not supported or its point is not on the curve");
        }
    }

    private void CheckProfileOfEach(Certificate certificate, int index)
    {
        if (certificate.RawData.Length > profile.MaxCertificateLength)
        {
            findings.Add(
                ChainReason.CertificateTooLarge, index, Text($"{certificate.RawData.Length} octets, at most {profile.MaxCertificateLength} allowed"));
        }

        if (certificate.KeyAlgorithm.Signature() is { } algorithm && !profile.Algorithms.Contains(algorithm))
        {
            findings.Add(ChainReason.AlgorithmNotAllowed, index, $"a key for {algorithm}, allowed: {string.Join(", ", profile.Algorithms)}");
        }

        var constraints = certificate.FindExtension(Oids.BasicConstraints);
        var usage = certificate.FindExtension(Oids.KeyUsage);
        if (constraints is { Critical: false } || usage is not { Critical: true })
        {
            findings.Add(ChainReason.ProfileExtensionNotCritical, index, "basicConstraints and keyUsage must be critical, keyUsage must be present");
        }
    }

    private void CheckIssuer(ImmutableArray<Certificate> certificates, Certificate issuer, int index)
    {
        if (!issuer.IsAuthority)
        {
            findings.Add(ChainReason.IssuerNotAuthority, index, "basicConstraints does not mark an authority");
        }

        if (issuer.HasKeyUsage && !issuer.KeyUsage.HasFlag(KeyUsage.KeyCertSign))
        {
            findings.Add(ChainReason.IssuerKeyUsage, index, "key usage lacks keyCertSign");
        }

        if (issuer.PathLength is { } allowed)
        {
            // Self-issued certificates and the leaf do not count (RFC 5280, 4.2.1.9).
            var between = certificates.Take(index).Skip(1).Count(certificate => !certificate.IsSelfIssued);
            if (between > allowed)
            {
                findings.Add(ChainReason.PathLengthExceeded, index, Text($"{between} intermediates below, at most {allowed} allowed"));
            }
        }
    }

    private void CheckLink(Certificate issued, Certificate issuer, int index)
    {
        // The issuer's curve decides the hash: a signature with another pair is not of the profile even if it verifies.
        if (issuer.KeyAlgorithm.Signature() is { } algorithm && algorithm.Oid() != issued.SignatureAlgorithmOid)
        {
            findings.Add(ChainReason.AlgorithmNotAllowed, index, $"signed with {issued.SignatureAlgorithmOid}, the issuer's key is one for {algorithm}");
        }

        if (issued.NotAfter > issuer.NotAfter)
        {
            findings.Add(ChainReason.OutlivesIssuer, index, "the validity ends after that of the issuer", FindingEffect.Notes);
        }
    }

    private void CheckAnchor(CandidatePath path, Certificate anchor)
    {
        var index = path.Certificates.Length;
        CheckCertificate(anchor, index);
        if (index > 0)
        {
            CheckIssuer(path.Certificates, anchor, index);
        }
        else
        {
            findings.Add(ChainReason.LeafIsAnchor, 0, "the certificate is itself an anchor");
        }

        if (index == 1 && !profile.RootMayIssueLeaf)
        {
            findings.Add(ChainReason.LeafIssuedByRoot, 0, "a root must not issue this certificate directly");
        }

        if (!profile.Roles.Contains(path.Role))
        {
            findings.Add(ChainReason.AnchorRoleNotAllowed, index, $"an anchor of role {path.Role}, allowed: {string.Join(", ", profile.Roles)}");
        }
    }
}
