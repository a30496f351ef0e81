namespace PairSettle.Exi.Schema;

/// <summary>An attribute wildcard. EXI codes <c>##any</c> and <c>##other</c> alike, as AT(*) (EXI 1.0, 8.5.4.1.3.2).</summary>
internal sealed record AttributeWildcard
{
    /// <summary>The namespaces that are admitted, the empty one for none; no entry for all.</summary>
    public EquatableArray<string> Namespaces { get; init; }
}
