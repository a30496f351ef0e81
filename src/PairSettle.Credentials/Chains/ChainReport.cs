using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>The answer of <see cref="ChainVerifier"/>.</summary>
public sealed record ChainReport
{
    /// <summary>The verdict.</summary>
    public required ChainVerdict Verdict { get; init; }

    /// <summary>Everything that was found about the best chain, in the order of the certificates.</summary>
    public required ImmutableArray<ChainFinding> Findings { get; init; }

    /// <summary>The verified chain; not null exactly when the verdict is <see cref="ChainVerdict.Trusted"/>.</summary>
    public VerifiedChain? Chain { get; init; }

    /// <summary>Whether a reason was found.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>True when at least one finding has it.</returns>
    public bool Has(ChainReason reason) => Findings.Any(finding => finding.Reason == reason);

    /// <summary>Verdict and findings.</summary>
    /// <returns>A text for people, without personal identifiers.</returns>
    public override string ToString() => Findings.IsEmpty ? $"{Verdict}" : $"{Verdict}: {string.Join("; ", Findings)}";
}
