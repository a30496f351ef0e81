using System.Collections.Immutable;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>What one certificate of a random world is meant to say, for the oracle, and the certificate that says it.</summary>
internal sealed record RandomWorldCertificate
{
    public required (int Name, int Key) Issuer { get; init; }

    public required (int Name, int Key) Subject { get; init; }

    /// <summary>The key that signed; now and then it is not the issuer's.</summary>
    public required int SigningKey { get; init; }

    public bool IsExpired { get; init; }

    public bool IsAuthority { get; init; } = true;

    public bool MaySign { get; init; } = true;

    public bool HasUnknownCritical { get; init; }

    public int? PathLength { get; init; }

    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<string> Permitted { get; init; } = [];

    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>The policies; empty for no extension.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    public ImmutableArray<(string Issuer, string Subject)> Mappings { get; init; } = [];

    public int? RequireExplicitPolicy { get; init; }

    public int? InhibitMapping { get; init; }

    public int? InhibitAnyPolicy { get; init; }

    public Certificate? Certificate { get; init; }

    public bool IsSelfIssued => Issuer.Name == Subject.Name;
}
