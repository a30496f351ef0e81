using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Exi.Tests.Interpreter;

/// <summary>Grammars and streams for tests of the interpreter.</summary>
internal static class Streams
{
    public const string Note = "<n:note xmlns:n='urn:n' date='2026-11-27'><!-- x --><n:to>Ann</n:to><n:to>Bob</n:to><n:size>7</n:size><?p q?></n:note>";

    private const string NoteSchema = """
        <xs:element name='note'><xs:complexType>
          <xs:sequence>
            <xs:element name='to' type='xs:string' maxOccurs='unbounded'/>
            <xs:element name='size' type='xs:unsignedByte' nillable='true'/>
          </xs:sequence>
          <xs:attribute name='date' type='xs:date'/>
        </xs:complexType></xs:element>
        """;

    public static ExiGrammars NoteGrammars { get; } = Grammars(NoteSchema, "urn:n");

    /// <summary>Options of every alignment, strict and not.</summary>
    public static IEnumerable<ExiOptions> Options() =>
        from alignment in Enum.GetValues<ExiAlignment>()
        from isStrict in new[] { false, true }
        select new ExiOptions { Alignment = alignment, IsStrict = isStrict };

    public static ExiGrammars Grammars(string declarations, string target = "")
    {
        var namespaces = target.Length == 0 ? string.Empty : $"targetNamespace='{target}' xmlns='{target}'";
        var text = $"<xs:schema xmlns:xs='{XmlSchema.Namespace}' elementFormDefault='qualified' {namespaces}>{declarations}</xs:schema>";
        var set = new XmlSchemaSet();
        set.Add(null, XmlReader.Create(new StringReader(text)));
        return ExiGrammars.FromSchemas(set);
    }

    public static byte[] Encode(string xml, ExiGrammars grammars, ExiOptions options)
    {
        Assert.True(ExiTranscoder.TryEncode(xml, grammars, options, out var octets, out var error), error.ToString());
        return octets;
    }

    public static string Decode(byte[] octets, ExiGrammars grammars, ExiOptions options)
    {
        Assert.True(ExiTranscoder.TryDecode(octets, grammars, options, out var xml, out var error), error.ToString());
        return xml;
    }

    /// <summary>The same elements, attributes and texts, whatever the prefixes.</summary>
    public static void SameElements(string expected, string actual) => Assert.True(
        XNode.DeepEquals(Plain(XElement.Parse(expected)), Plain(XElement.Parse(actual))), $"expected {expected}, found {actual}");

    private static XElement Plain(XElement element) => new(
        element.Name,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal),
        element.Nodes().Where(node => node is XElement or XText).Select(node => node is XElement child ? Plain(child) : node));
}
