using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>The answer of <see cref="TrustListVerifier"/>.</summary>
public sealed record TrustListReport
{
    /// <summary>The verdict.</summary>
    public required ChainVerdict Verdict { get; init; }

    /// <summary>Everything that was found.</summary>
    public required ImmutableArray<TrustListFinding> Findings { get; init; }

    /// <summary>What was found about the signer's chain.</summary>
    public required ChainReport Signer { get; init; }

    /// <summary>The verified list; not null exactly when the verdict is <see cref="ChainVerdict.Trusted"/>.</summary>
    public VerifiedTrustList? List { get; init; }

    /// <summary>Whether a reason was found.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>True when a finding has it.</returns>
    public bool Has(TrustListReason reason) => Findings.Any(finding => finding.Reason == reason);
}
