using System.Collections.Immutable;
using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>
/// Verifies chains offline (RFC 5280, section 6, with the profiles of ISO 15118): time, anchors, evidence and policy are arguments, the
/// answer is a report with every defect found. It never throws on what certificates hold, and its work is bounded by the policy's budget.
/// </summary>
public static class ChainVerifier
{
    /// <summary>Verifies a chain.</summary>
    /// <param name="request">The chain, the anchors, the use, the time, the evidence and the policy.</param>
    /// <returns>The report about the path that holds or, where none does, about the one with the fewest defects.</returns>
    public static ChainReport Verify(ChainRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Role is not null && request.Use != CertificateUse.Declaration)
        {
            throw new ArgumentException("a role is named for declarations alone; other uses have theirs in the profile", nameof(request));
        }

        var profile = CertificateProfile.For(request.Use, request.Policy.Edition, request.Role);
        var meter = new WorkMeter(request.Policy.Budget);
        var builder = new PathBuilder(request, profile, meter);

        Assessment? best = null;
        bool Accept(CandidatePath path)
        {
            var assessment = Assess(request, profile, meter, path);
            if (best is null || assessment.Weight < best.Weight)
            {
                best = assessment;
            }

            return best.Verdict == ChainVerdict.Trusted;
        }

        var found = builder.Search(request.Leaf, toleratesBroken: false, Accept);
        if (!found && best is null && !meter.IsExhausted)
        {
            // No link of signatures leads to an anchor. Follow the names, so that the report says whose signature is wrong.
            builder.Search(request.Leaf, toleratesBroken: true, Accept);
        }

        if (meter.IsExhausted)
        {
            return Exhausted(request, profile, meter, best);
        }

        return (best ?? Unanchored(request, profile, meter, builder.Longest)).ToReport(request);
    }

    private static Assessment Assess(ChainRequest request, CertificateProfile profile, WorkMeter meter, CandidatePath path)
    {
        var findings = new FindingList();
        new PathCheck(request, profile, findings).Run(path);
        return new Assessment(path, findings, Revocation(request, meter, path, findings));
    }

    private static ImmutableArray<EvidenceUse> Revocation(ChainRequest request, WorkMeter meter, CandidatePath path, FindingList findings)
    {
        var certificates = path.Certificates;
        var depth = request.Policy.Depth switch
        {
            RevocationDepth.None => 0,
            RevocationDepth.Leaf => Math.Min(1, certificates.Length),
            _ => certificates.Length,
        };
        var check = new RevocationCheck(request, meter, findings);
        var uses = ImmutableArray.CreateBuilder<EvidenceUse>(depth);
        for (var i = 0; i < depth; i++)
        {
            if ((i + 1 < certificates.Length ? certificates[i + 1] : path.Anchor) is { } issuer)
            {
                uses.Add(check.Run(certificates[i], issuer, i));
            }
        }

        return uses.ToImmutable();
    }

    private static Assessment Unanchored(ChainRequest request, CertificateProfile profile, WorkMeter meter, CandidatePath longest)
    {
        var assessment = Assess(request, profile, meter, longest);
        var top = longest.Certificates.Length - 1;
        var anchors = profile.Roles.Sum(role => request.Anchors.AnchorsOf(role).Length);
        assessment.List.Add(
            ChainReason.NoPathToAnchor,
            top,
            string.Create(CultureInfo.InvariantCulture, $"no issuer among {request.Intermediates.Length} intermediates and {anchors} anchors of the allowed roles"));
        return assessment;
    }

    // What rejects on one path need not on another that was not reached: without the whole search only the leaf's own defects are certain.
    private static ChainReport Exhausted(ChainRequest request, CertificateProfile profile, WorkMeter meter, Assessment? best)
    {
        var assessment = best is { Verdict: not ChainVerdict.Rejected }
            ? best
            : Assess(request with { Policy = request.Policy with { Depth = RevocationDepth.None } }, profile, meter, new CandidatePath([request.Leaf], null, default, []));
        var budget = request.Policy.Budget;
        assessment.List.Add(
            ChainReason.BudgetExhausted,
            0,
            string.Create(CultureInfo.InvariantCulture, $"the search was not finished within {budget.Signatures} signatures and {budget.Nodes} nodes"),
            FindingEffect.Undetermines);
        return assessment.ToReport(request);
    }

    private sealed record Assessment(CandidatePath Path, FindingList List, ImmutableArray<EvidenceUse> Evidence)
    {
        public ChainVerdict Verdict
        {
            get
            {
                var verdict = ChainVerdict.Trusted;
                foreach (var finding in List.ToImmutable())
                {
                    if (finding.Effect == FindingEffect.Rejects)
                    {
                        return ChainVerdict.Rejected;
                    }

                    if (finding.Effect == FindingEffect.Undetermines)
                    {
                        verdict = ChainVerdict.Undetermined;
                    }
                }

                return verdict;
            }
        }

        /// <summary>Orders assessments: rejecting findings weigh most, then undetermining ones, then notes.</summary>
        public long Weight => List.ToImmutable().Sum(finding => finding.Effect switch
        {
            FindingEffect.Rejects => 1L << 32,
            FindingEffect.Undetermines => 1L << 16,
            _ => 1L,
        });

        public ChainReport ToReport(ChainRequest request)
        {
            var verdict = Verdict;
            return new ChainReport
            {
                Verdict = verdict,
                Findings = List.ToImmutable(),
                Chain = verdict == ChainVerdict.Trusted
                    ? new VerifiedChain(Path.Certificates, Path.Anchor!, request.Use, Path.Role, request.At, Evidence)
                    : null,
            };
        }
    }
}
