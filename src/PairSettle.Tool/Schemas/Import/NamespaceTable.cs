using System.Xml.Schema;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>The target namespaces of an import closure.</summary>
internal sealed class NamespaceTable
{
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);

    /// <summary>Lists the namespaces of a set of documents.</summary>
    /// <param name="schemas">The set.</param>
    /// <param name="target">The namespace of the schema itself.</param>
    public NamespaceTable(XmlSchemaSet schemas, string target)
    {
        var documents = schemas.Schemas().Cast<XmlSchema>().ToLookup(schema => schema.TargetNamespace ?? string.Empty, StringComparer.Ordinal);
        var constants = Names.OfMembers(["Namespace", "Codec", "EncodeFragment", "TryDecodeFragment"]);
        var prefixes = new HashSet<string>(StringComparer.Ordinal);
        All = documents.Select(same => same.Key).Append(target).Distinct(StringComparer.Ordinal)
            .OrderBy(uri => uri != target).ThenBy(uri => uri, StringComparer.Ordinal)
            .Select(uri => new ImportedNamespace(
                uri,
                uri == target ? "Namespace" : constants.Unique(LastWord(uri)),
                Prefix(uri, documents[uri].Concat(documents.SelectMany(same => same)), prefixes),
                documents[uri].Any(schema => schema.ElementFormDefault == XmlSchemaForm.Qualified),
                documents[uri].Any(schema => schema.AttributeFormDefault == XmlSchemaForm.Qualified)))
            .ToList();
        foreach (var one in All)
        {
            _order.Add(one.Uri, _order.Count);
        }
    }

    /// <summary>All namespaces, the schema's own first.</summary>
    public IReadOnlyList<ImportedNamespace> All { get; }

    public ImportedNamespace this[string uri] => All[_order[uri]];

    /// <summary>The place of a namespace in the closure.</summary>
    public int OrderOf(string uri) => _order[uri];

    private static string LastWord(string uri)
    {
        var word = uri.Split([':', '/', '#'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "NoNamespace";
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>The first prefix that a document gives the namespace, its own documents first, unless another one has it.</summary>
    private static string? Prefix(string uri, IEnumerable<XmlSchema> documents, HashSet<string> taken) => uri.Length == 0 ? null : documents
        .SelectMany(document => document.Namespaces.ToArray().Where(name => name.Namespace == uri && name.Name.Length > 0)
            .Select(name => name.Name).Order(StringComparer.Ordinal))
        .FirstOrDefault(taken.Add);
}
