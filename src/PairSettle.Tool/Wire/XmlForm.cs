using System.Globalization;
using System.Text;
using System.Xml;

namespace PairSettle.Tool.Wire;

/// <summary>The XML form of messages, written for people.</summary>
internal static class XmlForm
{
    private const string XmlSignature = "http://www.w3.org/2000/09/xmldsig#";

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static readonly XmlWriterSettings Writing = new()
    {
        Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Reads text that a codec has written or will check; external entities do not exist.</summary>
    public static XmlReader Read(string xml) => XmlReader.Create(new StringReader(xml), Reading);

    /// <summary>
    /// Breaks and indents an XML form. Elements whose type is mixed are left in one line, because white space is content there and would
    /// change the octets when the text is encoded again.
    /// </summary>
    public static string Indent(string xml)
    {
        var text = new StringBuilder(xml.Length * 2);
        using (var reader = Read(xml))
        using (var writer = XmlWriter.Create(text, Writing))
        {
            while (reader.Read())
            {
                Copy(reader, writer);
            }
        }

        return text.ToString();
    }

    /// <summary>An XML form of what has no schema: a root and its children with text, in order.</summary>
    public static string Of(string root, params ReadOnlySpan<(string Name, string Value)> children)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement(root);
            foreach (var (name, value) in children)
            {
                writer.WriteElementString(name, value);
            }

            writer.WriteEndElement();
        }

        return text.ToString();
    }

    /// <summary>A payload type or another 16-bit number as everybody writes it.</summary>
    public static string Hex16(int value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:X4}");

    private static void Copy(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var (empty, mixed) = (reader.IsEmptyElement, IsMixed(reader));
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (empty)
                {
                    writer.WriteEndElement();
                }
                else if (mixed)
                {
                    // Anything that is not markup, be it empty, stops the writer from indenting up to the element's end.
                    writer.WriteRaw("");
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                writer.WriteString(reader.Value);
                break;
            default:
                break;
        }
    }

    private static bool IsMixed(XmlReader reader) => reader.NamespaceURI == XmlSignature && reader.LocalName is
        "CanonicalizationMethod" or "SignatureMethod" or "DigestMethod" or "Transform" or "KeyInfo" or "KeyValue" or "Object";
}
