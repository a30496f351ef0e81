using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>What was found about one path.</summary>
/// <param name="Path">The path.</param>
/// <param name="List">The findings.</param>
/// <param name="Evidence">The evidence that was relied upon.</param>
/// <param name="Policies">The certificate policies for which the path is valid.</param>
internal sealed record Assessment(CandidatePath Path, FindingList List, ImmutableArray<EvidenceUse> Evidence, ImmutableArray<string> Policies)
{
    public ChainVerdict Verdict => List.Worst switch
    {
        FindingEffect.Rejects => ChainVerdict.Rejected,
        FindingEffect.Undetermines => ChainVerdict.Undetermined,
        _ => ChainVerdict.Trusted,
    };

    public ChainReport ToReport(ChainRequest request)
    {
        var verdict = Verdict;
        return new ChainReport
        {
            Verdict = verdict,
            Findings = List.ToImmutable(),
            Chain = verdict == ChainVerdict.Trusted
                ? new VerifiedChain(Path.Certificates, Path.Trust!, request.Use, request.At, Evidence, Policies)
                : null,
        };
    }
}
