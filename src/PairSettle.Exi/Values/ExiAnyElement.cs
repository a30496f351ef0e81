namespace PairSettle.Exi;

/// <summary>
/// An element that a wildcard admitted: an <see cref="ExiDeclaredElement"/> where the schema declares its name globally,
/// else an <see cref="ExiUndeclaredElement"/>.
/// </summary>
public abstract record ExiAnyElement : ExiAnyNode
{
    private protected ExiAnyElement()
    {
    }

    /// <summary>The element's name.</summary>
    public required ExiQualifiedName Name { get; init; }
}
