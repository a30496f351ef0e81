using System.Collections.Immutable;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>What a verifier found in one record.</summary>
public sealed record RecordReport
{
    /// <summary>The identity of the record.</summary>
    public required Digest RecordId { get; init; }

    /// <summary>The answer.</summary>
    public required RecordVerdict Verdict { get; init; }

    /// <summary>How much of the session the vehicle itself has signed; parts that did not verify do not count.</summary>
    public required EvidenceGrade Grade { get; init; }

    /// <summary>Every check that was made, or should have been.</summary>
    public required ImmutableArray<RecordFinding> Findings { get; init; }

    /// <summary>The reports on all certificate chains.</summary>
    public required ImmutableArray<NamedChainReport> Chains { get; init; }

    /// <summary>What the record entitles to; null unless the verdict is <see cref="RecordVerdict.Valid"/>.</summary>
    public required SettledAmounts? Amounts { get; init; }

    /// <summary>What was authorised, by whom, under which tariff, with which energy, and what is doubted, in words.</summary>
    public required string Narrative { get; init; }

    /// <summary>The findings that speak against the record.</summary>
    public IEnumerable<RecordFinding> Doubts =>
        Findings.Where(static finding => finding.Outcome is FindingOutcome.Failed or FindingOutcome.NotChecked);

    /// <summary>Whether a check came out in a certain way at least once.</summary>
    /// <param name="check">The check.</param>
    /// <param name="outcome">The outcome.</param>
    /// <returns>True when there is such a finding.</returns>
    public bool Has(RecordCheck check, FindingOutcome outcome) =>
        Findings.Any(finding => finding.Check == check && finding.Outcome == outcome);
}
