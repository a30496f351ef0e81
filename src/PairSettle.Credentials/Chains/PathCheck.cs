using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>The checks of RFC 5280, section 6, and of the profile on one path. All of them run, so that a report names every defect.</summary>
internal sealed class PathCheck(ChainRequest request, CertificateProfile profile, WorkMeter meter, FindingList findings)
{
    // Understood here, or harmless to the uses of this package. Everything else that is critical is a finding.
    private static readonly FrozenSet<string> Understood = FrozenSet.Create(
        StringComparer.Ordinal,
        Oids.BasicConstraints,
        Oids.KeyUsage,
        Oids.ExtendedKeyUsage,
        Oids.SubjectKeyIdentifier,
        Oids.AuthorityKeyIdentifier,
        Oids.SubjectAltName,
        Oids.IssuerAltName,
        Oids.NameConstraints,
        Oids.CertificatePolicies,
        Oids.PolicyMappings,
        Oids.PolicyConstraints,
        Oids.InhibitAnyPolicy,
        Oids.CrlDistributionPoints,
        Oids.FreshestCrl,
        Oids.AuthorityInfoAccess,
        Oids.OcspNoCheck);

    private const int LongestSerialNumber = 20;

    private readonly AlgorithmRule _algorithms = new(profile, request.Policy);
    private readonly IssuanceCheck _issuance = new(EffectOf(request.Policy.IssuanceRules), meter, findings);

    // Certificates hold whole seconds, so a fraction of the last one is still within (RFC 5280, 4.1.2.5).
    private readonly DateTimeOffset _at = request.At.AddTicks(-(request.At.Ticks % TimeSpan.TicksPerSecond));

    private bool IsGeneral => profile.Use == CertificateUse.General;

    /// <summary>Runs every check.</summary>
    /// <returns>The certificate policies for which the path is valid.</returns>
    public ImmutableArray<string> Run(CandidatePath path)
    {
        var certificates = path.Certificates;
        for (var i = 0; i < certificates.Length; i++)
        {
            CheckCertificate(certificates[i], i, isAnchor: false);
            CheckProfileOfEach(certificates[i], i);
            if (i > 0)
            {
                CheckIssuer(certificates, certificates[i], i);
            }

            if (path.IssuerOf(i) is { } issuer)
            {
                CheckLink(certificates[i], issuer, i);
            }
        }

        foreach (var broken in path.BrokenLinks)
        {
            findings.Add(ChainReason.SignatureInvalid, broken, "the issuer's key did not make this signature");
        }

        if (path.Trust is { } trust)
        {
            CheckAnchor(path, trust);
        }

        CheckNames(path);
        var leaf = certificates.IsEmpty ? path.Anchor! : certificates[0];
        new LeafCheck(request, profile, findings).Run(leaf, path.Trust?.Role);
        if (profile.Use == CertificateUse.Vehicle)
        {
            new VehicleCheck(request.Policy.VehicleRules, findings).Run(path);
        }

        CheckDepth(certificates);
        return new PolicyCheck(request.Policy.Policies, meter, findings).Run(certificates);
    }

    private void CheckNames(CandidatePath path)
    {
        var check = new NameConstraintCheck(meter, findings);
        if (path.Anchor is { } anchor)
        {
            check.Enter(anchor);
        }

        for (var i = path.Certificates.Length - 1; i >= 0; i--)
        {
            check.Check(path.Certificates[i], i);
            check.Enter(path.Certificates[i]);
        }
    }

    private void CheckDepth(ImmutableArray<Certificate> certificates)
    {
        // What the verifier holds itself to cross over to its anchor is not of the chain that was shown.
        var depth = certificates.Count(certificate => !certificate.IsSelfIssued && !request.Anchors.CrossCertificates.Contains(certificate));
        if (depth > profile.MaxDepth)
        {
            findings.Add(ChainReason.ChainTooLong, 0, Text($"{depth} certificates that are not self-issued, at most {profile.MaxDepth} allowed"));
        }

        var intermediates = certificates.Skip(1).Count(certificate => !certificate.IsSelfIssued);
        if (request.Policy.MaxIntermediates is { } limit && intermediates > limit)
        {
            findings.Add(ChainReason.ChainTooLong, 0, Text($"{intermediates} intermediates that are not self-issued, at most {limit} allowed"));
        }
    }

    private static FindingEffect EffectOf(IssuanceRules rules) => rules == IssuanceRules.Reject ? FindingEffect.Rejects : FindingEffect.Notes;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void CheckCertificate(Certificate certificate, int index, bool isAnchor)
    {
        if (_at > certificate.NotAfter)
        {
            findings.Add(ChainReason.Expired, index, Text($"valid until {certificate.NotAfter:u}, verified at {request.At:u}"));
        }

        if (_at < certificate.NotBefore)
        {
            findings.Add(ChainReason.NotYetValid, index, Text($"valid from {certificate.NotBefore:u}, verified at {request.At:u}"));
        }

        if (certificate.Version != 3)
        {
            findings.Add(ChainReason.NotVersion3, index, Text($"version {certificate.Version}"));
        }

        // Nothing revokes an anchor by its serial number, and roots of the public web are numbered 0.
        var serial = certificate.SerialNumber.Span;
        if (serial[0] >= 0x80 || serial is [0] || serial.Length > LongestSerialNumber)
        {
            findings.Add(
                ChainReason.SerialNumberUnsuitable,
                index,
                Text($"the serial number must be positive and at most {LongestSerialNumber} octets long"),
                isAnchor ? FindingEffect.Notes : IsGeneral ? EffectOf(request.Policy.IssuanceRules) : FindingEffect.Rejects);
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

        if (!certificate.HasUsableKey(request.Policy.Provider))
        {
            findings.Add(ChainReason.PublicKeyUnusable, index, "the public key's algorithm is not supported or its point is not on the curve");
        }

        _issuance.Run(certificate, index, isAnchor);
    }

    private void CheckKey(Certificate certificate, int index)
    {
        if (certificate.KeyAlgorithm != KeyAlgorithm.Unsupported && !_algorithms.AllowsKey(certificate))
        {
            findings.Add(ChainReason.AlgorithmNotAllowed, index, Text($"a key for {certificate.KeyAlgorithm} of {certificate.KeyBits} bits is not allowed"));
        }
    }

    private void CheckProfileOfEach(Certificate certificate, int index)
    {
        CheckKey(certificate, index);
        if (IsGeneral)
        {
            CheckExtendedKeyUsage(certificate, index);
            return;
        }

        if (certificate.RawData.Length > profile.MaxCertificateLength)
        {
            findings.Add(
                ChainReason.CertificateTooLarge, index, Text($"{certificate.RawData.Length} octets, at most {profile.MaxCertificateLength} allowed"));
        }

        var constraints = certificate.FindExtension(Oids.BasicConstraints);
        var usage = certificate.FindExtension(Oids.KeyUsage);
        if (constraints is { Critical: false } || usage is not { Critical: true })
        {
            findings.Add(ChainReason.ProfileExtensionNotCritical, index, "basicConstraints and keyUsage must be critical, keyUsage must be present");
        }
    }

    // Where intermediates name usages, they limit those of the certificates below; RFC 5280 does not say so, and everybody does it.
    private void CheckExtendedKeyUsage(Certificate certificate, int index)
    {
        var usages = certificate.ExtendedKeyUsages;
        if (request.ExtendedKeyUsage is { } wanted && !usages.IsEmpty && meter.TryLookUp(usages.Length) && !usages.Contains(wanted) && !usages.Contains(ExtendedKeyUsages.Any))
        {
            findings.Add(ChainReason.ExtendedKeyUsageWrong, index, $"extended key usage must be absent or name {wanted}");
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
        if (!_algorithms.AllowsSignature(issuer, issued))
        {
            findings.Add(ChainReason.AlgorithmNotAllowed, index, $"signed with {issued.SignatureAlgorithmOid} by a key for {issuer.KeyAlgorithm}");
        }

        if (issued.NotAfter > issuer.NotAfter)
        {
            findings.Add(ChainReason.OutlivesIssuer, index, "the validity ends after that of the issuer", FindingEffect.Notes);
        }
    }

    private void CheckAnchor(CandidatePath path, TrustAnchor trust)
    {
        var anchor = trust.Certificate;
        var index = path.Certificates.Length;
        CheckCertificate(anchor, index, isAnchor: true);
        if (profile.AnchorKey == AnchorKeyRule.AsChain)
        {
            CheckKey(anchor, index);
        }

        if (index > 0)
        {
            CheckIssuer(path.Certificates, anchor, index);
        }
        else
        {
            findings.Add(ChainReason.LeafIsAnchor, 0, "the certificate is itself an anchor");
        }

        // By name, so that a certificate of the root for another key of its own is no way around.
        if (index > 0 && path.Certificates[0].Issuer.Equals(anchor.Subject) && !profile.RootMayIssueLeaf)
        {
            findings.Add(ChainReason.LeafIssuedByRoot, 0, "a root must not issue this certificate directly");
        }

        if (!profile.Roles.Contains(trust.Role))
        {
            findings.Add(ChainReason.AnchorRoleNotAllowed, index, $"an anchor of role {trust.Role}, allowed: {string.Join(", ", profile.Roles)}");
        }

        if (!trust.CountsAt(request.At))
        {
            findings.Add(ChainReason.AnchorNotInForce, index, trust switch
            {
                _ when request.At < trust.ValidFrom => Text($"the anchor counts from {trust.ValidFrom:u}"),
                { WithdrawnBy: { } list } => Text($"{list} withdrew the anchor at {trust.ValidUntil:u}"),
                _ => Text($"the anchor counted until {trust.ValidUntil:u}"),
            });
        }
    }
}
