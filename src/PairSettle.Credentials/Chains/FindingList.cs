using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>Collects the findings about one path.</summary>
internal sealed class FindingList
{
    private readonly List<ChainFinding> _findings = [];

    /// <summary>The gravest effect so far.</summary>
    public FindingEffect Worst { get; private set; }

    /// <summary>Orders paths: rejecting findings weigh most, then undetermining ones, then notes.</summary>
    public long Weight { get; private set; }

    public void Add(ChainReason reason, int index, string detail, FindingEffect effect = FindingEffect.Rejects)
    {
        _findings.Add(new ChainFinding(reason, index, detail) { Effect = effect });
        Worst = effect > Worst ? effect : Worst;
        Weight += effect switch
        {
            FindingEffect.Rejects => 1L << 32,
            FindingEffect.Undetermines => 1L << 16,
            _ => 1L,
        };
    }

    public ImmutableArray<ChainFinding> ToImmutable() => [.. _findings.OrderBy(finding => finding.CertificateIndex).ThenBy(finding => finding.Reason)];
}
