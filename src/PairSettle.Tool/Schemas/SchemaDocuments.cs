using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Tool.Schemas;

/// <summary>The schema documents of a folder and its subfolders.</summary>
internal static class SchemaDocuments
{
    /// <summary>The documents in a folder whose target namespace is the given one, in the order of their paths.</summary>
    /// <exception cref="InvalidDataException">There is no such folder.</exception>
    public static IReadOnlyList<string> Find(string folder, string targetNamespace) => !Directory.Exists(folder)
        ? throw new InvalidDataException($"{folder}: no such folder")
        : Directory.EnumerateFiles(folder, "*.xsd", SearchOption.AllDirectories)
            .Where(path => TargetNamespace(path) == targetNamespace).Order(StringComparer.Ordinal).ToList();

    /// <summary>Lists the grammars of a document and of all that it imports.</summary>
    /// <exception cref="InvalidDataException">The document, or one that it refers to, is no valid schema.</exception>
    public static IReadOnlyList<string> List(string path)
    {
        try
        {
            return GrammarListing.Of(XsdSchemaReader.Read(XsdFiles.Load(path)));
        }
        catch (Exception e) when (e is XmlException or XmlSchemaException or SchemaException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static string? TargetNamespace(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return reader.MoveToContent() == XmlNodeType.Element && reader.NamespaceURI == XmlSchema.Namespace ? reader.GetAttribute("targetNamespace") : null;
        }
        catch (XmlException)
        {
            // A file that only looks like a schema document is nobody's.
            return null;
        }
    }
}
