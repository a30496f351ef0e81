using System.ComponentModel;

namespace PairSettle.Exi.Codecs;

/// <summary>The local names that a schema declares in one namespace: of elements, attributes and types.</summary>
/// <param name="Namespace">The namespace; empty for unqualified names.</param>
/// <param name="LocalNames">The names, sorted.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExiNamespaceNames(string Namespace, ExiList<string> LocalNames);
