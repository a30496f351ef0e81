namespace PairSettle.Credentials;

/// <summary>Everything that the verification of a trust list looks at.</summary>
public sealed record TrustListRequest
{
    /// <summary>The list.</summary>
    public required SignedTrustList List { get; init; }

    /// <summary>The anchors of publishers: those of the role <see cref="AuthorityRole.TrustList"/> count, and no others.</summary>
    public required TrustStore Anchors { get; init; }

    /// <summary>The time to verify at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The list that is asked for; null for any that the anchors vouch for.</summary>
    public string? ListId { get; init; }

    /// <summary>The latest issue that is known, kept from an earlier verification; null where none is.</summary>
    public TrustListReference? Known { get; init; }

    /// <summary>What a list past its next update means. An attacker who holds back new issues hides withdrawals, so that accepting is a choice.</summary>
    public StaleEvidence Stale { get; init; } = StaleEvidence.Reject;

    /// <summary>Revocation evidence about the signer.</summary>
    public RevocationEvidence Evidence { get; init; } = RevocationEvidence.Empty;

    /// <summary>How the signer's chain is judged.</summary>
    public ChainPolicy Policy { get; init; } = ChainPolicy.Default;
}
