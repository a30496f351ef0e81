using System.Collections.Immutable;
using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>Verifies trust lists: pure and offline, without a clock.</summary>
public static class TrustListVerifier
{
    /// <summary>Verifies a list.</summary>
    /// <param name="request">Everything that is looked at.</param>
    /// <returns>The report, which names every defect.</returns>
    public static TrustListReport Verify(TrustListRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var findings = ImmutableArray.CreateBuilder<TrustListFinding>();
        CheckIssue(request, findings);
        var signer = CheckSigner(request, findings);
        var worst = findings.Count == 0 ? FindingEffect.Notes : findings.Max(static finding => finding.Effect);
        return new TrustListReport
        {
            Verdict = worst switch
            {
                FindingEffect.Rejects => ChainVerdict.Rejected,
                FindingEffect.Undetermines => ChainVerdict.Undetermined,
                _ => ChainVerdict.Trusted,
            },
            Findings = findings.ToImmutable(),
            Signer = signer,
            List = worst == FindingEffect.Notes ? new VerifiedTrustList(request.List, signer.Chain!) : null,
        };
    }

    private static ChainReport CheckSigner(TrustListRequest request, ImmutableArray<TrustListFinding>.Builder findings)
    {
        var certificates = request.List.Certificates;
        var signature = request.List.Signed.Verify(certificates[0]);
        if (signature != CmsSignatureFault.None)
        {
            findings.Add(new(TrustListReason.SignatureInvalid, FindingEffect.Rejects, $"the certificate that goes along did not make the signature: {signature}"));
        }

        var chain = ChainVerifier.Verify(new()
        {
            Leaf = certificates[0],
            Intermediates = certificates[1..],
            Anchors = request.Anchors,
            Use = CertificateUse.TrustList,
            At = request.At,
            Evidence = request.Evidence,
            Policy = request.Policy,
        });
        if (chain.Verdict == ChainVerdict.Rejected)
        {
            findings.Add(new(TrustListReason.SignerRejected, FindingEffect.Rejects, "the signer's chain is rejected"));
        }
        else if (chain.Verdict == ChainVerdict.Undetermined)
        {
            findings.Add(new(TrustListReason.SignerUndetermined, FindingEffect.Undetermines, "whether the signer is to be trusted cannot be said"));
        }

        return chain;
    }

    private static void CheckIssue(TrustListRequest request, ImmutableArray<TrustListFinding>.Builder findings)
    {
        var (list, own) = (request.List.Content, request.List.Reference);
        if (request.At < list.IssuedAt)
        {
            findings.Add(new(TrustListReason.NotYetIssued, FindingEffect.Rejects, Text($"issued at {list.IssuedAt:u}")));
        }

        if (request.At > list.NextUpdate)
        {
            findings.Add(new(TrustListReason.Stale, EffectOf(request.Stale), Text($"the next issue was promised for {list.NextUpdate:u}")));
        }

        if (request.ListId is { } wanted && wanted != own.ListId)
        {
            findings.Add(new(TrustListReason.OtherList, FindingEffect.Rejects, $"this is {own}, asked for was {wanted}"));
        }

        if (request.Known is not { } known)
        {
            return;
        }

        if (known.ListId != own.ListId)
        {
            findings.Add(new(TrustListReason.OtherList, FindingEffect.Rejects, $"this is {own}, known is {known}"));
        }
        else if (own.SequenceNumber < known.SequenceNumber)
        {
            findings.Add(new(TrustListReason.RolledBack, FindingEffect.Rejects, $"this is {own}, known is {known}"));
        }
        else if (own.SequenceNumber == known.SequenceNumber && own.Sha256 != known.Sha256)
        {
            findings.Add(new(TrustListReason.Forked, FindingEffect.Rejects, $"another {known} is known"));
        }
    }

    private static FindingEffect EffectOf(StaleEvidence choice) => choice switch
    {
        StaleEvidence.Accept => FindingEffect.Notes,
        StaleEvidence.Undetermined => FindingEffect.Undetermines,
        _ => FindingEffect.Rejects,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
