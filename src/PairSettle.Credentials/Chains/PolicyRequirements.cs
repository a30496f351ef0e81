using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>What the verifier demands of certificate policies: the inputs (c) to (g) of RFC 5280, 6.1.1.</summary>
public sealed record PolicyRequirements
{
    /// <summary>Nothing is demanded; what the certificates themselves demand is enforced all the same.</summary>
    public static PolicyRequirements None { get; } = new();

    /// <summary>The object identifiers of acceptable policies; empty means any.</summary>
    public ImmutableArray<string> AcceptablePolicies { get; init; } = [];

    /// <summary>Whether the chain must be valid for at least one acceptable policy.</summary>
    public bool RequireExplicitPolicy { get; init; }

    /// <summary>Whether policy mappings count for nothing.</summary>
    public bool InhibitPolicyMapping { get; init; }

    /// <summary>Whether anyPolicy in a certificate counts for nothing.</summary>
    public bool InhibitAnyPolicy { get; init; }
}
