using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>
/// Judges one certificate by the evidence. The freshest item that verifies wins, whoever handed it over. Evidence of a later time than the
/// one verified at counts too, because it knows more, not less; only silence counts no longer than the certificate was valid, since an
/// authority may drop what it revoked from its list after that.
/// </summary>
internal sealed class RevocationCheck(
    ChainRequest request, AlgorithmRule algorithms, WorkMeter meter, FindingList findings, ListSigners signers, CandidatePath path)
{
    private readonly ChainPolicy _policy = request.Policy;
    private DistinguishedName? _superior;

    /// <summary>Judges a certificate of the path, unless its issuer is unknown, and adds what was relied upon.</summary>
    public void Run(int index, ICollection<EvidenceUse> uses)
    {
        var certificate = path.Certificates[index];
        if (path.IssuerOf(index) is not { } issuer)
        {
            return;
        }

        _superior = SuperiorOf(issuer, index + 1);
        var statements = Collect(certificate, issuer);
        statements.Sort(static (a, b) => b.ThisUpdate.CompareTo(a.ThisUpdate));
        var unusable = 0;
        var missing = ReasonMask.All;
        var relied = new List<Statement>(1);
        foreach (var statement in statements)
        {
            if (!statement.IsUsable || !IsSigned(statement.Item, issuer))
            {
                unusable++;
            }
            else if ((statement.Reasons & missing) != 0)
            {
                relied.Add(statement);
                missing &= ~statement.Reasons;
                if (missing == 0 || statement.RevokedFrom <= request.At)
                {
                    break;
                }
            }
        }

        NoteUnusable(unusable, index);
        foreach (var statement in relied)
        {
            foreach (var item in statement.Items)
            {
                uses.Add(new EvidenceUse(index, item, FreshnessOf(statement)));
            }
        }

        if (relied.Count > 0 && relied[^1].RevokedFrom <= request.At)
        {
            // A revocation does not age.
            findings.Add(ChainReason.Revoked, index, Text($"revoked from {relied[^1].RevokedFrom:u} on ({relied[^1].Reason})"));
        }
        else if (missing != 0)
        {
            findings.Add(
                ChainReason.RevocationUnknown,
                index,
                relied.Count == 0 ? "there is no usable evidence" : "the usable evidence does not cover every reason",
                EffectOfUnknown());
            uses.Add(new EvidenceUse(index, null, EvidenceFreshness.Absent));
        }
        else
        {
            Judge(relied, index);
        }
    }

    // Above an authority's self-issued certificates stands the one that another authority issued to it.
    private DistinguishedName SuperiorOf(Certificate issuer, int index)
    {
        while (issuer.IsSelfIssued && path.Certificates.Length > index && path.IssuerOf(index) is { } above && above.Subject.Equals(issuer.Subject))
        {
            (issuer, index) = (above, index + 1);
        }

        return issuer.Issuer;
    }

    private void Judge(List<Statement> relied, int index)
    {
        foreach (var statement in relied)
        {
            if (statement.RevokedFrom is { } from)
            {
                findings.Add(ChainReason.RevokedLater, index, Text($"revoked from {from:u} on ({statement.Reason}), after the time verified at"), FindingEffect.Notes);
            }
        }

        var worst = relied.MaxBy(FreshnessOf);
        switch (FreshnessOf(worst))
        {
            case EvidenceFreshness.Stale:
                findings.Add(ChainReason.EvidenceStale, index, Text($"evidence of {worst.ThisUpdate:u} is past its next update"), _policy.StaleEvidence switch
                {
                    StaleEvidence.Accept => FindingEffect.Notes,
                    StaleEvidence.Undetermined => FindingEffect.Undetermines,
                    _ => FindingEffect.Rejects,
                });
                break;
            case EvidenceFreshness.TooOld:
                findings.Add(ChainReason.EvidenceTooOld, index, Text($"evidence of {worst.ThisUpdate:u} is older than the policy tolerates"), EffectOfUnknown());
                break;
        }
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
                case CertificateRevocationList { IsDelta: false } list when list.Issuer.Equals(certificate.Issuer) || IsNamed(list, certificate):
                    statements.Add(Read(list, certificate, issuer));
                    break;
                case OcspResponse response:
                    foreach (var answer in response.Answers)
                    {
                        if (answer.Id.Names(certificate, issuer))
                        {
                            statements.Add(Read(response, answer, certificate));
                        }
                    }

                    break;
            }
        }

        return statements;
    }

    private static bool IsNamed(CertificateRevocationList list, Certificate certificate) => list.Scope.IsIndirect
        && certificate.DistributionPoints.Any(point => point.ListIssuers.Any(name => name.Directory is { } directory && directory.Equals(list.Issuer)));

    private Statement Read(CertificateRevocationList list, Certificate certificate, Certificate issuer)
    {
        var reasons = list.Scope.ReasonsFor(certificate, list.Issuer);
        var usable = reasons != 0 && IsUnderstood(list);
        var entry = list.Find(certificate.Issuer, certificate.SerialNumber.Span);
        var newest = list;
        if (usable && FindDelta(list, issuer) is { } delta)
        {
            newest = delta;
            if (delta.Find(certificate.Issuer, certificate.SerialNumber.Span) is { } change)
            {
                entry = change.Reason == RevocationReason.RemoveFromCrl ? null : change;
            }
        }

        usable &= entry is not null || newest.ThisUpdate <= certificate.NotAfter;
        return new Statement(list, newest == list ? null : newest, newest.ThisUpdate, newest.NextUpdate, entry?.EffectiveFrom, entry?.Reason ?? default, reasons, usable);
    }

    // RFC 5280, 5.2.4: of the same issuer and scope, built on a list that is not newer than this one, and newer itself.
    private CertificateRevocationList? FindDelta(CertificateRevocationList list, Certificate issuer)
    {
        CertificateRevocationList? newest = null;
        foreach (var delta in request.Evidence.Lists)
        {
            if (delta.IsDelta
                && !list.Number.IsEmpty
                && delta.Issuer.Equals(list.Issuer)
                && delta.Scope.RawData.Span.SequenceEqual(list.Scope.RawData.Span)
                && delta.AuthorityKeyIdentifier.Span.SequenceEqual(list.AuthorityKeyIdentifier.Span)
                && Compare(delta.BaseNumber, list.Number) <= 0
                && Compare(delta.Number, list.Number) >= 0
                && IsUnderstood(delta)
                && (newest is null || Compare(delta.Number, newest.Number) > 0)
                && IsSigned(delta, issuer))
            {
                newest = delta;
            }
        }

        return newest;
    }

    // Both are minimal encodings of numbers that are not negative.
    private static int Compare(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : one.Span.SequenceCompareTo(other.Span);

    private bool IsUnderstood(CertificateRevocationList list) =>
        !list.HasUnknownCriticalExtension && (list.HasSoundNumber || _policy.IssuanceRules != IssuanceRules.Reject);

    private static Statement Read(OcspResponse response, OcspAnswer answer, Certificate certificate)
    {
        var usable = answer.Status != OcspStatus.Unknown
            && !answer.HasUnknownCriticalExtension
            && !response.HasUnknownCriticalExtension
            && (answer.Status == OcspStatus.Revoked || answer.ThisUpdate <= certificate.NotAfter);
        return new Statement(response, null, answer.ThisUpdate, answer.NextUpdate, answer.RevokedAt, answer.Reason, ReasonMask.All, usable);
    }

    private bool IsSigned(EvidenceItem item, Certificate issuer) => item switch
    {
        CertificateRevocationList list => signers.Signed(list, issuer, _superior!, path.Anchor, algorithms, meter),
        OcspResponse response => IsSignedByResponder(response, issuer),
        _ => false,
    };

    // RFC 6960, 4.2.2.2: the issuer itself, or a responder that the issuer appointed by a certificate with the right extended key usage.
    private bool IsSignedByResponder(OcspResponse response, Certificate issuer)
    {
        if (IsNamed(response, issuer))
        {
            return algorithms.AllowsEvidence(issuer, response.Scheme) && meter.Verify(issuer, response);
        }

        foreach (var responder in response.Certificates)
        {
            if (IsNamed(response, responder) && algorithms.AllowsEvidence(responder, response.Scheme)
                && IsAppointed(responder, issuer, response.SignedAt) && meter.Verify(responder, response))
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
        list.Issuer.Equals(issuer.Subject) && !list.IsDelta && IsUnderstood(list) && list.Scope.ReasonsFor(responder, list.Issuer) != 0
        && list.Find(responder.SerialNumber.Span) is not null
        && (meter.Verify(issuer, list) || meter.IsExhausted));

    /// <summary>What one item says about the certificate.</summary>
    private readonly record struct Statement(
        EvidenceItem Item,
        EvidenceItem? Delta,
        DateTimeOffset ThisUpdate,
        DateTimeOffset? NextUpdate,
        DateTimeOffset? RevokedFrom,
        RevocationReason Reason,
        int Reasons,
        bool IsUsable)
    {
        public IEnumerable<EvidenceItem> Items => Delta is null ? [Item] : [Item, Delta];
    }
}
