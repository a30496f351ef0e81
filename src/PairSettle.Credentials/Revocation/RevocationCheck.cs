using System.Globalization;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// Judges one certificate by the evidence. The freshest item that verifies wins, whoever handed it over. Evidence of a later time than the
/// one verified at counts too, because it knows more, not less; only silence counts no longer than the certificate was valid, since an
/// authority may drop what it revoked from its list after that.
/// </summary>
internal sealed class RevocationCheck(ChainRequest request, WorkMeter meter, FindingList findings)
{
    private readonly ChainPolicy _policy = request.Policy;

    public EvidenceUse Run(Certificate certificate, Certificate issuer, int index)
    {
        var statements = Collect(certificate, issuer);
        statements.Sort(static (a, b) => b.ThisUpdate.CompareTo(a.ThisUpdate));
        var unusable = 0;
        foreach (var statement in statements)
        {
            if (!statement.IsUsable || !IsSigned(statement.Item, issuer))
            {
                unusable++;
                continue;
            }

            NoteUnusable(unusable, index);
            return Judge(statement, index);
        }

        NoteUnusable(unusable, index);
        findings.Add(ChainReason.RevocationUnknown, index, "there is no usable evidence", EffectOfUnknown());
        return new EvidenceUse(index, null, EvidenceFreshness.Absent);
    }

    private EvidenceUse Judge(Statement statement, int index)
    {
        var freshness = FreshnessOf(statement);
        if (statement.RevokedFrom is { } from)
        {
            // A revocation does not age.
            if (from <= request.At)
            {
                findings.Add(ChainReason.Revoked, index, Text($"revoked from {from:u} on ({statement.Reason})"));
                return new EvidenceUse(index, statement.Item, freshness);
            }

            findings.Add(ChainReason.RevokedLater, index, Text($"revoked from {from:u} on ({statement.Reason}), after the time verified at"), FindingEffect.Notes);
        }

        switch (freshness)
        {
            case EvidenceFreshness.Stale:
                findings.Add(ChainReason.EvidenceStale, index, Text($"evidence of {statement.ThisUpdate:u} is past its next update"), _policy.StaleEvidence switch
                {
                    StaleEvidence.Accept => FindingEffect.Notes,
                    StaleEvidence.Undetermined => FindingEffect.Undetermines,
                    _ => FindingEffect.Rejects,
                });
                break;
            case EvidenceFreshness.TooOld:
                findings.Add(ChainReason.EvidenceTooOld, index, Text($"evidence of {statement.ThisUpdate:u} is older than the policy tolerates"), EffectOfUnknown());
                break;
        }

        return new EvidenceUse(index, statement.Item, freshness);
    }

    private FindingEffect EffectOfUnknown() => _policy.UnknownStatus switch
    {
        UnknownStatus.Accept => FindingEffect.Notes,
        UnknownStatus.Undetermined => FindingEffect.Undetermines,
        _ => FindingEffect.Rejects,
    };

    private void NoteUnusable(int count, int index)
    {
        if (count > 0)
        {
            findings.Add(ChainReason.EvidenceUnusable, index, Text($"{count} items about this certificate's issuer were not used"), FindingEffect.Notes);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private EvidenceFreshness FreshnessOf(Statement statement)
    {
        var until = statement.NextUpdate ?? Add(statement.ThisUpdate, _policy.FreshForWithoutNextUpdate);
        if (_policy.FreshFor is { } limit && Add(statement.ThisUpdate, limit) is var earlier && earlier < until)
        {
            until = earlier;
        }

        return request.At <= until ? EvidenceFreshness.Fresh
            : request.At <= Add(until, _policy.StaleFor) ? EvidenceFreshness.Stale
            : EvidenceFreshness.TooOld;
    }

    // Times in evidence are the sender's and may lie at the end of the calendar.
    private static DateTimeOffset Add(DateTimeOffset time, TimeSpan span) =>
        DateTimeOffset.MaxValue - time <= span ? DateTimeOffset.MaxValue : time + span;

    private List<Statement> Collect(Certificate certificate, Certificate issuer)
    {
        var statements = new List<Statement>();
        foreach (var item in request.Evidence.Items)
        {
            switch (item)
            {
                case CertificateRevocationList list when list.Issuer.Equals(certificate.Issuer):
                    statements.Add(Read(list, certificate, issuer));
                    break;
                case OcspResponse response:
                    foreach (var answer in response.Answers)
                    {
                        if (IsAbout(answer, certificate, issuer))
                        {
                            statements.Add(Read(response, answer, certificate));
                        }
                    }

                    break;
            }
        }

        return statements;
    }

    private static Statement Read(CertificateRevocationList list, Certificate certificate, Certificate issuer)
    {
        var entry = list.Find(certificate.SerialNumber.Span);
        var usable = !list.IsSpecial
            && !(list.UserCertificatesOnly && certificate.IsAuthority)
            && !(list.AuthorityCertificatesOnly && !certificate.IsAuthority)
            && (!list.LimitedToDistributionPoint || list.DistributionPoints.Intersect(certificate.CrlDistributionPoints).Any())
            && (!issuer.HasKeyUsage || issuer.KeyUsage.HasFlag(KeyUsage.CrlSign))
            && (entry is not null || list.ThisUpdate <= certificate.NotAfter);
        return new Statement(list, list.ThisUpdate, list.NextUpdate, entry?.EffectiveFrom, entry?.Reason ?? default, usable);
    }

    private static Statement Read(OcspResponse response, OcspAnswer answer, Certificate certificate)
    {
        var usable = answer.Status != OcspStatus.Unknown
            && !answer.HasUnknownCriticalExtension
            && !response.HasUnknownCriticalExtension
            && (answer.Status == OcspStatus.Revoked || answer.ThisUpdate <= certificate.NotAfter);
        return new Statement(response, answer.ThisUpdate, answer.NextUpdate, answer.RevokedAt, answer.Reason, usable);
    }

    private static bool IsAbout(OcspAnswer answer, Certificate certificate, Certificate issuer)
    {
        if (!answer.SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span) || HashOf(answer.HashAlgorithmOid) is not { } hash)
        {
            return false;
        }

        Span<byte> digest = stackalloc byte[64];
        return Matches(hash, certificate.Issuer.RawData.Span, answer.IssuerNameHash.Span, digest)
            && Matches(hash, issuer.PublicKey.Span, answer.IssuerKeyHash.Span, digest);
    }

    private static bool Matches(HashAlgorithmName hash, ReadOnlySpan<byte> data, ReadOnlySpan<byte> expected, Span<byte> digest) =>
        digest[..CryptographicOperations.HashData(hash, data, digest)].SequenceEqual(expected);

    private static HashAlgorithmName? HashOf(string oid) => oid switch
    {
        Oids.Sha1 => HashAlgorithmName.SHA1, // names the issuer and protects nothing (RFC 6960, 4.3)
        Oids.Sha256 => HashAlgorithmName.SHA256,
        Oids.Sha384 => HashAlgorithmName.SHA384,
        Oids.Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };

    private bool IsSigned(EvidenceItem item, Certificate issuer) => item switch
    {
        CertificateRevocationList list => meter.Verify(issuer, list),
        OcspResponse response => IsSignedByResponder(response, issuer),
        _ => false,
    };

    // RFC 6960, 4.2.2.2: the issuer itself, or a responder that the issuer appointed by a certificate with the right extended key usage.
    private bool IsSignedByResponder(OcspResponse response, Certificate issuer)
    {
        if (IsNamed(response, issuer))
        {
            return meter.Verify(issuer, response);
        }

        foreach (var responder in response.Certificates)
        {
            if (IsNamed(response, responder) && IsAppointed(responder, issuer, response.SignedAt) && meter.Verify(responder, response))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(OcspResponse response, Certificate candidate) => response.ResponderName is { } name
        ? name.Equals(candidate.Subject)
        : response.ResponderKeyHash.Span.SequenceEqual(KeyIdentifier.OfKey(candidate.PublicKey.Span));

    private bool IsAppointed(Certificate responder, Certificate issuer, DateTimeOffset signedAt) =>
        responder.Issuer.Equals(issuer.Subject)
        && responder.ExtendedKeyUsages.Contains(ExtendedKeyUsages.OcspSigning)
        && !responder.IsAuthority
        && (!responder.HasKeyUsage || responder.KeyUsage.HasFlag(KeyUsage.DigitalSignature))
        && responder.Extensions.All(extension => !extension.Critical || extension.Oid is Oids.BasicConstraints or Oids.KeyUsage or Oids.ExtendedKeyUsage)
        && signedAt >= responder.NotBefore
        && signedAt <= responder.NotAfter
        && meter.Verify(issuer, responder)
        && (responder.FindExtension(Oids.OcspNoCheck) is not null || !IsListed(responder, issuer));

    // Without ocsp-nocheck a responder can be revoked itself; only a list can say so here, since its own word about itself is worth nothing.
    private bool IsListed(Certificate responder, Certificate issuer) => request.Evidence.Lists.Any(list =>
        list.Issuer.Equals(issuer.Subject) && !list.IsSpecial && list.Find(responder.SerialNumber.Span) is not null
        && (meter.Verify(issuer, list) || meter.IsExhausted));

    private readonly record struct Statement(
        EvidenceItem Item, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, DateTimeOffset? RevokedFrom, RevocationReason Reason, bool IsUsable);
}
