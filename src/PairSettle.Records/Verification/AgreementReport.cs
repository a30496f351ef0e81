using System.Collections.Immutable;

namespace PairSettle.Records.Verification;

/// <summary>What one party found in the other's signed terms, before power flows.</summary>
public sealed record AgreementReport
{
    /// <summary>The answer.</summary>
    public required RecordVerdict Verdict { get; init; }

    /// <summary>Every check that was made, or should have been.</summary>
    public required ImmutableArray<RecordFinding> Findings { get; init; }

    /// <summary>The reports on all certificate chains.</summary>
    public required ImmutableArray<NamedChainReport> Chains { get; init; }

    /// <summary>The terms; null unless the verdict is <see cref="RecordVerdict.Valid"/>.</summary>
    public required VerifiedTerms? Terms { get; init; }
}
