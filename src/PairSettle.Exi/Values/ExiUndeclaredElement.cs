namespace PairSettle.Exi;

/// <summary>An element that a wildcard admitted, kept as it came because the schema does not declare its name.</summary>
public sealed record ExiUndeclaredElement : ExiAnyElement
{
    /// <summary>The attributes in the order in which they came, namespace declarations excluded.</summary>
    public ExiList<ExiAnyElementAttribute> Attributes { get; init; }

    /// <summary>The child elements and the text, in document order.</summary>
    public ExiList<ExiAnyNode> Content { get; init; }
}
