namespace PairSettle.Exi.Schema;

/// <summary>An element wildcard. EXI codes <c>##any</c> and <c>##other</c> alike, as SE(*) (EXI 1.0, 8.5.4.1.7).</summary>
internal sealed record WildcardParticle : Particle
{
    /// <summary>The namespaces of a wildcard that lists them, the empty one for none. Each has an SE(uri:*) of its own.</summary>
    public EquatableArray<string> Namespaces { get; init; }

    /// <summary>The namespace that the wildcard excludes (<c>##other</c>), or null for <c>##any</c>.</summary>
    public string? ExcludedNamespace { get; init; }
}
