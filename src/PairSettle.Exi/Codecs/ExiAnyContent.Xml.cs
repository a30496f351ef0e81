using System.Diagnostics.CodeAnalysis;
using System.Xml;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

public static partial class ExiAnyContent
{
    /// <summary>Reads the XML form of an element, up to and including its end tag.</summary>
    /// <param name="reader">The text, at the start tag.</param>
    /// <param name="element">The element, on success.</param>
    /// <returns>Whether the element is valid.</returns>
    public static bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out ExiAnyElement? element)
    {
        element = null;
        var name = new ExiQualifiedName(reader.NamespaceUri, reader.LocalName);
        if (reader.Schema is not { } schema)
        {
            return reader.Fail(ExiFault.UnrepresentableContent);
        }

        if (schema.FindElement(name) is { } declaration)
        {
            if (!declaration.TryReadXml(reader, out var value))
            {
                return reader.FailIn(name.LocalName);
            }

            element = new ExiDeclaredElement { Name = name, Value = value };
            return true;
        }

        var attributes = reader.TakeAttributes();
        if (!reader.EnterMixed())
        {
            return reader.FailIn(ExiPath.Undeclared);
        }

        var children = new List<ExiAnyElement>();
        while (reader.IsElement)
        {
            if (!TryReadXml(reader, out var child))
            {
                return reader.FailIn(ExiPath.Undeclared);
            }

            children.Add(child);
        }

        if (!reader.Leave())
        {
            return reader.FailIn(ExiPath.Undeclared);
        }

        element = new ExiUndeclaredElement { Name = name, Attributes = attributes, Content = Interleave(children, reader.TakeMixed()) };
        return true;
    }

    /// <summary>Writes an element in the XML form.</summary>
    /// <param name="writer">The text.</param>
    /// <param name="element">The element.</param>
    /// <exception cref="ExiContentException">The value of a declared element is of no type that has an XML form.</exception>
    public static void WriteXml(XmlWriter writer, ExiAnyElement element)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(element);
        writer.WriteStartElement(null, element.Name.LocalName, element.Name.Namespace);
        if (element is ExiUndeclaredElement undeclared)
        {
            WriteContent(writer, undeclared);
        }
        else
        {
            WriteXmlValue(writer, element.Name, ((ExiDeclaredElement)element).Value);
        }

        writer.WriteEndElement();
    }

    /// <summary>Writes the attributes and the content of an element that the schema declares.</summary>
    internal static void WriteXmlValue(XmlWriter writer, ExiQualifiedName name, object value)
    {
        switch (value)
        {
            case IExiContent record:
                record.WriteXml(writer);
                break;
            case string text:
                writer.WriteString(text);
                break;
            case ExiBytes octets:
                writer.WriteString(ExiXml.FormatBase64(octets));
                break;
            default:
                throw new ExiContentException(new ExiError(ExiFault.UnexpectedType, -1, name.LocalName));
        }
    }

    private static void WriteContent(XmlWriter writer, ExiUndeclaredElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            writer.WriteAttributeString(null, attribute.Name.LocalName, attribute.Name.Namespace, attribute.Value);
        }

        foreach (var node in element.Content)
        {
            if (node is ExiAnyElement child)
            {
                WriteXml(writer, child);
            }
            else
            {
                writer.WriteString(((ExiAnyText)node).Value);
            }
        }
    }

    private static ExiList<ExiAnyNode> Interleave(List<ExiAnyElement> children, ExiList<ExiMixedText> texts)
    {
        var nodes = new List<ExiAnyNode>(children.Count + texts.Count);
        var next = 0;
        for (var i = 0; i <= children.Count; i++)
        {
            for (; next < texts.Count && texts[next].Position == i; next++)
            {
                nodes.Add(new ExiAnyText(texts[next].Value));
            }

            if (i < children.Count)
            {
                nodes.Add(children[i]);
            }
        }

        return [.. nodes];
    }
}
