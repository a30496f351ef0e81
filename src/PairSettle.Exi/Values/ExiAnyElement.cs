namespace PairSettle.Exi;

/// <summary>An element that a wildcard admitted, kept as it came because no annotated type describes it.</summary>
public sealed record ExiAnyElement : ExiAnyNode
{
    /// <summary>The element's name.</summary>
    public required ExiQualifiedName Name { get; init; }

    /// <summary>The attributes in the order in which they came, namespace declarations excluded.</summary>
    public ExiList<ExiAnyElementAttribute> Attributes { get; init; }

    /// <summary>The child elements and the text, in document order.</summary>
    public ExiList<ExiAnyNode> Content { get; init; }
}
