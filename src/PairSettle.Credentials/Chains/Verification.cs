using System.Collections.Immutable;
using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>One run of <see cref="ChainVerifier"/>: the search for a path that holds, and the report where there is none.</summary>
internal sealed class Verification(ChainRequest request, CertificateProfile profile)
{
    private readonly WorkMeter _meter = new(request.Policy.Budget, request.Links, request.Policy.Provider);
    private readonly PathAssessor _assessor = new(request);
    private Assessment? _best;

    public ChainReport Run()
    {
        var builder = new PathBuilder(request, profile, _meter);
        var found = builder.Search(request.Leaf, toleratesBroken: false, Accept);
        if (!found && _best is null && !_meter.IsExhausted)
        {
            // No link of signatures leads to an anchor. Follow the names, so that the report says whose signature is wrong.
            builder.Search(request.Leaf, toleratesBroken: true, Accept);
        }

        var assessment = _meter.IsExhausted ? Exhausted() : _best ?? Unanchored(builder.Longest);
        return assessment.ToReport(request);
    }

    private bool Accept(CandidatePath path)
    {
        var assessment = _assessor.Assess(request, profile, _meter, path);
        if (_best is null || assessment.List.Weight < _best.List.Weight)
        {
            _best = assessment;
        }

        return _best.Verdict == ChainVerdict.Trusted;
    }

    private Assessment Unanchored(CandidatePath longest)
    {
        var assessment = _assessor.Assess(request, profile, _meter, longest);
        var anchors = profile.Roles.Sum(role => request.Anchors.AnchorsOf(role).Length);
        assessment.List.Add(
            ChainReason.NoPathToAnchor,
            longest.Certificates.Length - 1,
            string.Create(CultureInfo.InvariantCulture, $"no issuer among {request.Intermediates.Length} intermediates and {anchors} anchors of the allowed roles"));
        return assessment;
    }

    // What rejects on one path need not on another that was not reached: without the whole search only the leaf's own defects are certain.
    private Assessment Exhausted()
    {
        var assessment = _best is { Verdict: not ChainVerdict.Rejected }
            ? _best
            : _assessor.Assess(
                request with { Policy = request.Policy with { Depth = RevocationDepth.None } },
                profile,
                _meter,
                new CandidatePath([request.Leaf], null, []));
        var budget = request.Policy.Budget;
        assessment.List.Add(
            ChainReason.BudgetExhausted,
            0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the search was not finished within {budget.Signatures} signatures, {budget.Nodes} nodes and {budget.NameComparisons} name comparisons"),
            FindingEffect.Undetermines);
        return assessment;
    }
}
