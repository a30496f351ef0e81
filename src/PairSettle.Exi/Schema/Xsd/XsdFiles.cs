using System.Xml;
using System.Xml.Schema;

namespace PairSettle.Exi.Schema.Xsd;

/// <summary>
/// Loads schema documents from files with everything that they include and import by a relative path. Nothing is
/// fetched from a network, and of a document type declaration only the internal subset is read.
/// </summary>
internal sealed class XsdFiles
{
    private readonly Dictionary<(string Path, bool IsInclude, string? Target), XmlSchema> _loaded = [];

    public static XmlSchemaSet Load(params IEnumerable<string> paths)
    {
        var files = new XsdFiles();
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var path in paths)
        {
            set.Add(files.Document(Path.GetFullPath(path), false, null));
        }

        set.Compile();
        return set;
    }

    private XmlSchema Document(string path, bool isInclude, string? target)
    {
        // An included document without a namespace takes the one of whoever includes it, so each has a copy.
        if (_loaded.TryGetValue((path, isInclude, target), out var known))
        {
            return known;
        }

        // This reader, unlike those of XmlReader.Create, also leaves out white space under xml:space="preserve".
        using var stream = File.OpenRead(path);
        using var reader = new XmlTextReader(new Uri(path).AbsoluteUri, stream)
        {
            WhitespaceHandling = WhitespaceHandling.None,
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
        };
        var schema = XmlSchema.Read(reader, (_, problem) => throw problem.Exception)
            ?? throw new XmlSchemaException($"{path}: no schema document");
        _loaded.Add((path, isInclude, target), schema);
        foreach (var external in schema.Includes.OfType<XmlSchemaExternal>())
        {
            Resolve(external, path, schema.TargetNamespace ?? target);
        }

        return schema;
    }

    private void Resolve(XmlSchemaExternal external, string path, string? target)
    {
        if (external.SchemaLocation is not { Length: > 0 } location)
        {
            return;
        }

        if (Uri.TryCreate(location, UriKind.Absolute, out _))
        {
            // The namespaces that need no document, that of xml: above all, are known without one.
            external.SchemaLocation = null;
            return;
        }

        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, location));
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"{path} refers to {location}: no such file", file);
        }

        var isInclude = external is not XmlSchemaImport;
        external.Schema = Document(file, isInclude, isInclude ? target : null);
    }
}
