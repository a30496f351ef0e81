namespace PairSettle.Credentials;

/// <summary>Reads what the evidence says about one certificate of a path, and verifies who says it.</summary>
internal sealed class EvidenceReader(
    ChainRequest request, AlgorithmRule algorithms, WorkMeter meter, ListSigners signers, Certificate certificate, Certificate issuer,
    DistinguishedName superior, Certificate? anchor)
{
    private readonly IssuerHashes _hashes = new(certificate.Issuer, issuer);
    private readonly Dictionary<OcspResponse, Certificate?> _responders = [];

    /// <summary>
    /// Every statement about the certificate, not verified: the newest first, of those with the same changes the one with the newest list, and
    /// of those of one time the one that revokes, since who says more at the same time knows more.
    /// </summary>
    public RevocationStatement[] Statements() =>
    [
        .. Read().OrderByDescending(static statement => statement.ThisUpdate).ThenByDescending(static statement => statement.IssuedAt)
            .ThenBy(static statement => statement.Entry?.From ?? DateTimeOffset.MaxValue),
    ];

    /// <summary>Verifies a statement.</summary>
    /// <param name="statement">The statement; on success with what the signer adds to it.</param>
    /// <returns>Whether something can be concluded from it.</returns>
    public bool TryVerify(ref RevocationStatement statement)
    {
        if (!statement.IsUsable)
        {
            return false;
        }

        if (statement.Item is CertificateRevocationList list)
        {
            statement = statement with { IsOfAnotherKey = list.Issuer.Equals(issuer.Subject) && !meter.Verify(issuer, list) };
            return IsSigned(list);
        }

        var response = (OcspResponse)statement.Item;
        if (!_responders.TryGetValue(response, out var responder))
        {
            responder = new OcspSigners(request, algorithms, meter, issuer, IsUnderstood).SignerOf(response);
            _responders.Add(response, responder);
        }

        statement = statement with { SignerEnds = responder is null || responder.Equals(issuer) ? null : responder.NotAfter };
        return responder is not null;
    }

    private IEnumerable<RevocationStatement> Read()
    {
        foreach (var item in request.Evidence.Items)
        {
            if (!meter.TryLookUp(1 + ((item as OcspResponse)?.Answers.Length ?? 0)))
            {
                yield break;
            }

            switch (item)
            {
                case CertificateRevocationList { IsDelta: false } list when list.Issuer.Equals(certificate.Issuer) || IsNamed(list):
                    yield return Read(list);
                    break;
                case OcspResponse response:
                    foreach (var answer in response.Answers)
                    {
                        if (answer.Id.Names(certificate, _hashes))
                        {
                            yield return Read(response, answer);
                        }
                    }

                    break;
            }
        }
    }

    private bool IsNamed(CertificateRevocationList list) => list.Scope.IsIndirect
        && meter.TryLookUp(list.Scope.ComparisonsFor(certificate))
        && certificate.DistributionPoints.Any(point => point.ListIssuers.Any(name => name.Directory is { } directory && directory.Equals(list.Issuer)));

    private RevocationStatement Read(CertificateRevocationList list)
    {
        var reasons = meter.TryLookUp(list.Scope.ComparisonsFor(certificate)) ? list.Scope.ReasonsFor(certificate, list.Issuer) : 0;
        var usable = reasons != 0 && IsUnderstood(list);
        var entry = list.Find(certificate.Issuer, certificate.SerialNumber.Span);
        var delta = usable ? FindDelta(list) : null;
        if (delta?.Find(certificate.Issuer, certificate.SerialNumber.Span) is { } change)
        {
            entry = change.Reason == RevocationReason.RemoveFromCrl ? null : change;
        }

        usable &= entry is not null || (delta ?? list).ThisUpdate <= certificate.NotAfter;
        return new(list, delta, list.ThisUpdate, list.NextUpdate, entry is { } found ? (found.EffectiveFrom, found.Reason) : null, reasons, usable);
    }

    // RFC 5280, 5.2.4: of the same issuer and scope, built on a list that is not newer than this one, and newer itself.
    private CertificateRevocationList? FindDelta(CertificateRevocationList list)
    {
        CertificateRevocationList? newest = null;
        foreach (var delta in list.Number.IsEmpty || !meter.TryLookUp(request.Evidence.Items.Length) ? [] : request.Evidence.Lists)
        {
            if (delta.IsDelta
                && delta.Issuer.Equals(list.Issuer)
                && delta.Scope.RawData.Span.SequenceEqual(list.Scope.RawData.Span)
                && delta.AuthorityKeyIdentifier.Span.SequenceEqual(list.AuthorityKeyIdentifier.Span)
                && Compare(delta.BaseNumber, list.Number) <= 0
                && Compare(delta.Number, list.Number) > 0
                && IsUnderstood(delta)
                && (newest is null || Compare(delta.Number, newest.Number) > 0)
                && IsSigned(delta))
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
        !list.HasUnknownCriticalExtension && (list.HasSoundNumber || request.Policy.IssuanceRules != IssuanceRules.Reject);

    // Nobody knows before signing what is right later, whatever an answer says.
    private RevocationStatement Read(OcspResponse response, OcspAnswer answer)
    {
        var usable = answer.Status != OcspStatus.Unknown
            && !answer.HasUnknownCriticalExtension
            && !response.HasUnknownCriticalExtension
            && (answer.Status == OcspStatus.Revoked || answer.ThisUpdate <= certificate.NotAfter);
        var issuedAt = answer.ThisUpdate <= response.SignedAt ? answer.ThisUpdate : response.SignedAt;
        return new(response, null, issuedAt, answer.NextUpdate, answer.RevokedAt is { } from ? (from, answer.Reason) : null, ReasonMask.All, usable);
    }

    private bool IsSigned(CertificateRevocationList list) => signers.Signed(list, issuer, superior, anchor, algorithms, meter);
}
