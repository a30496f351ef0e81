using PairSettle.Exi.Generator.Parsing;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>Answers how namespaces qualify local names, and which prefixes the XML form gives them.</summary>
internal sealed class NamespaceTable(IEnumerable<NamespaceShape> namespaces)
{
    private readonly Dictionary<string, NamespaceShape> _declared = namespaces
        .GroupBy(shape => shape.Uri, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _invented = new(StringComparer.Ordinal);

    /// <summary>The namespace of a local element that a type of this namespace declares.</summary>
    public string OfLocalElement(string uri) => _declared.TryGetValue(uri, out var shape) && !shape.ElementsQualified ? string.Empty : uri;

    /// <summary>The namespace of a local attribute that a type of this namespace declares.</summary>
    public string OfLocalAttribute(string uri) => _declared.TryGetValue(uri, out var shape) && shape.AttributesQualified ? uri : string.Empty;

    /// <summary>The names that the annotation of a namespace adds to those of annotated types.</summary>
    public IEnumerable<string> OtherNames(string uri) => _declared.TryGetValue(uri, out var shape) ? shape.OtherNames : [];

    public string PrefixOf(string uri)
    {
        if (uri.Length == 0)
        {
            return string.Empty;
        }

        if (_declared.TryGetValue(uri, out var shape) && shape.Prefix is { Length: > 0 } prefix)
        {
            return prefix;
        }

        if (!_invented.TryGetValue(uri, out var invented))
        {
            _invented.Add(uri, invented = $"ns{_invented.Count + 1}");
        }

        return invented;
    }
}
