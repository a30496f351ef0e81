namespace PairSettle.Tool.Conformance;

/// <summary>
/// Lines of the corpus of any schema and any option whose XML is not that of their stream, with the XML that is. A corrected
/// line is judged like all others; one that passes without its correction fails.
/// </summary>
/// <param name="Reason">What is wrong with the line.</param>
/// <param name="Xml">The XML of the stream.</param>
internal sealed record CorpusCorrection(string Reason, string Xml)
{
    private const string QNames = "w3c/interop/datatypes/qname/qname-invalid-00.exi%x%i";
    private const string Indexed = "w3c/interop/datatypes/string/indexed-11.exi%";
    private const string DocumentType = "w3c/interop/preserve/document/doc-13.exi";
    private const string References = "w3c/interop/schemaInformedGrammar/undeclaredProductions/er-01.exi";

    private const string XhtmlNamespace = " xmlns=\"http://www.w3.org/1999/xhtml\"";
    private const string ExternalEntity = "<!ENTITY ent SYSTEM \"er-entity.xml\">";
    private const string Entity = "<!ENTITY ent \"abcde\">";

    private const string QNameDocument =
        """
        <root QName="xsi:type" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
          <QName xmlns:test="http://example.org/test">test:qname</QName>
          <QName xsi:type="xsd:QName">test:qname</QName>
          <QName xmlns:test="http://example.org/test" xsi:type="test:QName">test:qname</QName>
        </root>
        """;

    /// <summary>The correction of a line, or null.</summary>
    public static CorpusCorrection? Of(Vector vector) => vector.Id! switch
    {
        var id when Starts(id, QNames) => new("both encoders were given an earlier form of the document", QNameDocument),
        var id when Starts(id, Indexed) => new("both encoders were given an earlier form of the document", IndexedDocument()),
        var id when Starts(id, DocumentType) => new("both encoders were given the document without its namespace", Without(vector.Xml!, XhtmlNamespace)),

        // Where references to entities are preserved, what the entity holds is not in the stream.
        var id when Starts(id, References) && !vector.Options!.Contains("dtd", StringComparison.Ordinal) =>
            new("the file of the external entity is not in the corpus; it holds the letters abcde", vector.Xml!.Replace(ExternalEntity, Entity, StringComparison.Ordinal)),
        _ => null,
    };

    private static bool Starts(string id, string prefix) => id.StartsWith(prefix, StringComparison.Ordinal);

    private static string Without(string xml, string part) => xml.Replace(part, string.Empty, StringComparison.Ordinal);

    /// <summary>A hundred values, and each of them once more.</summary>
    private static string IndexedDocument() =>
        $"<root>{string.Concat(Enumerable.Range(0, 200).Select(i => $"<a>test{i % 100:00}</a>"))}</root>";
}
