using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// An authority: its certificate and its key behind a signer. It issues what it is asked to issue, keeps the list of what it revoked, and
/// signs revocation lists and OCSP responses. Times and serial numbers are arguments. Safe for concurrent use where the signer is.
/// </summary>
public sealed class CertificateAuthority
{
    private readonly ICredentialSigner _signer;
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, RevokedCertificate> _revoked = ImmutableDictionary<string, RevokedCertificate>.Empty;

    /// <summary>Opens an authority whose certificate exists.</summary>
    /// <param name="certificate">The authority's certificate.</param>
    /// <param name="signer">Its key.</param>
    /// <param name="superiors">The intermediates above it, nearest first, without the root; empty for a root and for an authority right under it.</param>
    public CertificateAuthority(Certificate certificate, ICredentialSigner signer, ImmutableArray<Certificate> superiors = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(signer);
        Certificate = certificate;
        _signer = signer;
        IsRoot = certificate.IsSelfIssued;
        Chain = IsRoot ? [] : [certificate, .. superiors.IsDefault ? [] : superiors];
    }

    /// <summary>The authority's certificate.</summary>
    public Certificate Certificate { get; }

    /// <summary>Whether the authority is a root.</summary>
    public bool IsRoot { get; }

    /// <summary>The intermediates that a certificate of this authority needs for its path: this one and those above it, without the root.</summary>
    public ImmutableArray<Certificate> Chain { get; }

    /// <summary>The certificates that were revoked so far.</summary>
    public ImmutableArray<RevokedCertificate> Revoked => [.. _revoked.Values.OrderBy(entry => entry.RevokedAt)];

    /// <summary>Makes a self-signed root.</summary>
    /// <param name="order">The order; its public key must be the signer's.</param>
    /// <param name="signer">The root's key.</param>
    /// <param name="provider">Algorithms from elsewhere than the platform, where the key needs them.</param>
    /// <returns>The authority.</returns>
    /// <exception cref="ArgumentException">The public key in the order is not the signer's.</exception>
    public static CertificateAuthority CreateRoot(CertificateOrder order, ICredentialSigner signer, IAlgorithmProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(signer);
        var certificate = CertificateWriter.Issue(order, order.Subject, order.EffectiveKeyIdentifier, signer);
        return certificate.Key is { } key && key.VerifyData(certificate.SignedData.Span, certificate.Scheme, certificate.Signature.Span, provider)
            ? new CertificateAuthority(certificate, signer)
            : throw new ArgumentException("the public key of a root must be its signer's", nameof(order));
    }

    /// <summary>Issues a certificate.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The certificate.</returns>
    public Certificate Issue(CertificateOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return CertificateWriter.Issue(order, Certificate.Subject, Certificate.SubjectKeyIdentifier, _signer);
    }

    /// <summary>Issues the certificate of an authority below this one.</summary>
    /// <param name="order">The order; its template must be one of an authority.</param>
    /// <param name="signer">The key of the new authority.</param>
    /// <returns>The new authority.</returns>
    public CertificateAuthority IssueAuthority(CertificateOrder order, ICredentialSigner signer) => new(Issue(order), signer, Chain);

    /// <summary>Issues a certificate and joins it with its intermediates and key.</summary>
    /// <param name="order">The order.</param>
    /// <param name="signer">The subject's key.</param>
    /// <returns>The credential.</returns>
    public Credential IssueCredential(CertificateOrder order, ICredentialSigner signer) => new(Issue(order), Chain, signer);

    /// <summary>
    /// What a verifier would say of a certificate of this authority by itself, whatever anchor is above: name, usages, key, length and validity
    /// against the profile of a use. An authority that asks before it hands out issues nothing that nobody accepts.
    /// </summary>
    /// <param name="certificate">A certificate of this authority.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="policy">The verifier's choices, the edition among them; null for the defaults. Revocation is not looked at.</param>
    /// <param name="role">For declarations the authority whose signer it is.</param>
    /// <returns>The findings; a verifier rejects where one has <see cref="FindingEffect.Rejects"/>.</returns>
    public ImmutableArray<ChainFinding> Review(Certificate certificate, CertificateUse use, ChainPolicy? policy = null, AuthorityRole? role = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        policy ??= ChainPolicy.Default;
        var report = ChainVerifier.Verify(new ChainRequest
        {
            Leaf = certificate,
            Intermediates = IsRoot ? [Certificate] : Chain,
            Anchors = TrustStore.Empty,
            Use = use,
            Role = role,
            At = certificate.NotBefore,
            Policy = policy with { Depth = RevocationDepth.None },
        });
        var findings = report.Findings.Where(static finding => finding is { CertificateIndex: 0, Reason: not ChainReason.NoPathToAnchor });
        return IsRoot && !CertificateProfile.For(use, policy.Edition, role).RootMayIssueLeaf
            ? [.. findings, new ChainFinding(ChainReason.LeafIssuedByRoot, 0, "a root must not issue this certificate directly")]
            : [.. findings];
    }

    /// <summary>Puts a certificate on the list of revoked ones. The list counts once it is signed.</summary>
    /// <param name="certificate">A certificate of this authority.</param>
    /// <param name="at">The time of revocation.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="invalidSince">The time since which the key is suspected, where it is known.</param>
    public void Revoke(Certificate certificate, DateTimeOffset at, RevocationReason reason = RevocationReason.Unspecified, DateTimeOffset? invalidSince = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        DemandOwn(certificate);
        Restore(new RevokedCertificate(certificate.SerialNumber, at, reason, invalidSince));
    }

    /// <exception cref="ArgumentException">The certificate is not one of this authority.</exception>
    internal void DemandOwn(Certificate certificate)
    {
        if (!certificate.Issuer.Equals(Certificate.Subject))
        {
            throw new ArgumentException("the certificate is not one of this authority", nameof(certificate));
        }
    }

    /// <summary>Puts an entry on the list of revoked certificates that was there before.</summary>
    internal void Restore(RevokedCertificate entry)
    {
        lock (_gate)
        {
            _revoked = _revoked.SetItem(Convert.ToHexString(entry.SerialNumber.Span), entry);
        }
    }

    /// <summary>Signs the list of all that was revoked (RFC 5280, section 5).</summary>
    /// <param name="number">The number of the list, growing.</param>
    /// <param name="thisUpdate">The time of the list.</param>
    /// <param name="nextUpdate">The time of the next list.</param>
    /// <returns>The list.</returns>
    public CertificateRevocationList CreateRevocationList(long number, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var tbs = new AsnWriter(AsnEncodingRules.DER);
        using (tbs.PushSequence())
        {
            tbs.WriteInteger(1);
            DerWriting.WriteAlgorithm(tbs, _signer.Algorithm.Oid());
            tbs.WriteEncodedValue(Certificate.Subject.RawData.Span);
            DerWriting.WriteTime(tbs, thisUpdate);
            DerWriting.WriteTime(tbs, nextUpdate);
            var revoked = Revoked;
            if (!revoked.IsEmpty)
            {
                using (tbs.PushSequence())
                {
                    foreach (var entry in revoked)
                    {
                        WriteEntry(tbs, entry);
                    }
                }
            }

            using (tbs.PushSequence(DerFields.Context0Constructed))
            using (tbs.PushSequence())
            {
                DerWriting.WriteAuthorityKeyIdentifier(tbs, Certificate.SubjectKeyIdentifier);
                DerWriting.WriteExtension(tbs, Oids.CrlNumber, critical: false, value => value.WriteInteger(number));
            }
        }

        return CertificateRevocationList.Parse(DerWriting.Sign(tbs.Encode(), _signer));
    }

    /// <summary>
    /// Signs an OCSP response about certificates of this authority (RFC 6960), by the authority itself or by a delegated responder. It says
    /// <see cref="OcspStatus.Good"/> of all that was not revoked: that they were issued is the caller's to know, or that of
    /// <see cref="AuthorityDirectory"/>, whose log tells.
    /// </summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="producedAt">The time of the signature and of the information.</param>
    /// <param name="nextUpdate">The time of newer information.</param>
    /// <param name="responder">A credential of <see cref="CertificateTemplate.OcspResponder"/> under this authority; null when the authority itself signs.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">There is no certificate.</exception>
    public OcspResponse CreateOcspResponse(
        IEnumerable<Certificate> certificates, DateTimeOffset producedAt, DateTimeOffset nextUpdate, Credential? responder = null)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        var revoked = _revoked;
        ImmutableArray<OcspStatement> statements =
        [
            .. certificates.Select(certificate => revoked.TryGetValue(Convert.ToHexString(certificate.SerialNumber.Span), out var entry)
                ? About(certificate, OcspStatus.Revoked, entry)
                : About(certificate, OcspStatus.Good, default)),
        ];
        return CreateOcspResponse(statements, producedAt, nextUpdate, responder);
    }

    /// <summary>A statement about a certificate of this authority.</summary>
    internal OcspStatement About(Certificate certificate, OcspStatus status, RevokedCertificate revocation) =>
        new(OcspCertificateId.Create(certificate, Certificate), status, revocation);

    /// <summary>Signs an OCSP response that says what it is told to say.</summary>
    /// <exception cref="ArgumentException">There is nothing to say.</exception>
    internal OcspResponse CreateOcspResponse(
        ImmutableArray<OcspStatement> statements, DateTimeOffset producedAt, DateTimeOffset nextUpdate, Credential? responder)
    {
        if (statements.IsEmpty)
        {
            throw new ArgumentException("a response needs at least one certificate", nameof(statements));
        }

        var signer = responder ?? new Credential(Certificate, [], _signer);
        return OcspResponse.Parse(OcspWriter.Write(statements, producedAt, nextUpdate, signer, appointed: responder is not null));
    }

    private static void WriteEntry(AsnWriter tbs, RevokedCertificate entry)
    {
        using (tbs.PushSequence())
        {
            tbs.WriteInteger(entry.SerialNumber.Span);
            DerWriting.WriteTime(tbs, entry.RevokedAt);
            if (entry is { Reason: RevocationReason.Unspecified, InvalidSince: null })
            {
                return;
            }

            using (tbs.PushSequence())
            {
                if (entry.Reason != RevocationReason.Unspecified)
                {
                    DerWriting.WriteExtension(tbs, Oids.CrlReason, critical: false, value => value.WriteEnumeratedValue(entry.Reason));
                }

                if (entry.InvalidSince is { } since)
                {
                    DerWriting.WriteExtension(
                        tbs, Oids.InvalidityDate, critical: false, value => value.WriteGeneralizedTime(since, omitFractionalSeconds: true));
                }
            }
        }
    }
}
