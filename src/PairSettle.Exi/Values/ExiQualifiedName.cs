namespace PairSettle.Exi;

/// <summary>A name and the namespace that it belongs to.</summary>
/// <param name="Namespace">The namespace URI; empty for a name without a namespace.</param>
/// <param name="LocalName">The local name.</param>
public readonly record struct ExiQualifiedName(string Namespace, string LocalName)
{
    /// <summary>The name as <c>{namespace}local</c>.</summary>
    /// <returns>Text for people.</returns>
    public override string ToString() => $"{{{Namespace}}}{LocalName}";
}
