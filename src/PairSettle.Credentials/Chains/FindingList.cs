using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>Collects the findings about one path.</summary>
internal sealed class FindingList
{
    private readonly List<ChainFinding> _findings = [];

    public void Add(ChainReason reason, int index, string detail, FindingEffect effect = FindingEffect.Rejects) =>
        _findings.Add(new ChainFinding(reason, index, detail) { Effect = effect });

    public ImmutableArray<ChainFinding> ToImmutable() => [.. _findings.OrderBy(finding => finding.CertificateIndex).ThenBy(finding => finding.Reason)];
}
