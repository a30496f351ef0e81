using System.Collections.Immutable;
using System.Globalization;

namespace PairSettle.Credentials;

/// <summary>One run of <see cref="ChainVerifier"/>: the search for a path that holds, and the report where there is none.</summary>
internal sealed class Verification
{
    private readonly ChainRequest _request;
    private readonly CertificateProfile _profile;
    private readonly WorkMeter _meter;
    private readonly IssuerIndex _index;
    private readonly PathAssessor _assessor;
    private Assessment? _best;

    public Verification(ChainRequest request, CertificateProfile profile)
    {
        _request = request;
        _profile = profile;
        _meter = new WorkMeter(request.Policy.Budget, request.Links, request.Policy.Provider);
        _index = new IssuerIndex(request, profile);
        _assessor = new PathAssessor(request, _index);
    }

    public ChainReport Run()
    {
        var builder = new PathBuilder(_request, _index, _meter);
        var found = builder.Search(_request.Leaf, toleratesBroken: false, Accept);
        if (!found && _best is null && !_meter.IsExhausted)
        {
            // No link of signatures leads to an anchor. Follow the names, so that the report says whose signature is wrong.
            builder.Search(_request.Leaf, toleratesBroken: true, Accept);
        }

        var assessment = _meter.IsExhausted ? Exhausted() : _best ?? Unanchored(builder.Longest);
        return assessment.ToReport(_request);
    }

    private bool Accept(CandidatePath path)
    {
        var assessment = _assessor.Assess(_request, _profile, _meter, path);
        if (_best is null || assessment.List.Weight < _best.List.Weight)
        {
            _best = assessment;
        }

        return _best.Verdict == ChainVerdict.Trusted;
    }

    private Assessment Unanchored(CandidatePath longest)
    {
        var assessment = _assessor.Assess(_request, _profile, _meter, longest);
        var anchors = _profile.Roles.Sum(role => _request.Anchors.AnchorsOf(role).Length);
        assessment.List.Add(
            ChainReason.NoPathToAnchor,
            longest.Certificates.Length - 1,
            string.Create(CultureInfo.InvariantCulture, $"no issuer among {_request.Intermediates.Length} intermediates and {anchors} anchors of the allowed roles"));
        return assessment;
    }

    // What rejects on one path need not on another that was not reached: without the whole search only the leaf's own defects are certain.
    private Assessment Exhausted()
    {
        var assessment = _best is { Verdict: not ChainVerdict.Rejected }
            ? _best
            : _assessor.Assess(
                _request with { Policy = _request.Policy with { Depth = RevocationDepth.None } },
                _profile,
                _meter,
                new CandidatePath([_request.Leaf], null, []));
        var budget = _request.Policy.Budget;
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
