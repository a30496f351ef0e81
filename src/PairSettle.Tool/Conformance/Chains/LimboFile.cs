using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>A file of x509-limbo cases; BetterTLS is distributed in the same form.</summary>
internal sealed record LimboFile(ImmutableArray<LimboCase> Testcases);

/// <summary>One case.</summary>
internal sealed record LimboCase
{
    public required string Id { get; init; }

    public required string ValidationKind { get; init; }

    public required ImmutableArray<string> TrustedCerts { get; init; }

    public required ImmutableArray<string> UntrustedIntermediates { get; init; }

    public required string PeerCertificate { get; init; }

    public DateTimeOffset? ValidationTime { get; init; }

    public required string ExpectedResult { get; init; }

    public LimboName? ExpectedPeerName { get; init; }

    public ImmutableArray<LimboName> ExpectedPeerNames { get; init; } = [];

    public ImmutableArray<string> KeyUsage { get; init; } = [];

    public ImmutableArray<string> ExtendedKeyUsage { get; init; } = [];

    public int? MaxChainDepth { get; init; }

    public ImmutableArray<string> Crls { get; init; } = [];

    /// <summary>Whether the suite's authors count another result as a matter of taste.</summary>
    [JsonPropertyName("x_failure_is_warning")]
    public bool IsSoft { get; init; }
}

/// <summary>A name that the peer must have.</summary>
internal sealed record LimboName(string Kind, string Value);
