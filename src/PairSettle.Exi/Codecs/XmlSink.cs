using System.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>Writes the XML form of the element.</summary>
internal sealed class XmlSink(ExiSchemaCodec codec, XmlWriter xml) : IExiElementSink
{
    public void Take(ExiElement element, object value)
    {
        Start(element.Prefix, element.Name);
        ExiAnyContent.WriteXmlValue(xml, element.Name, value);
        xml.WriteEndElement();
    }

    public void Take(string prefix, ExiQualifiedName name, IExiContent value)
    {
        Start(prefix, name);
        value.WriteXml(xml);
        xml.WriteEndElement();
    }

    public void Take(ExiRelaxedElement element, ReadOnlySpan<string?> attributes, string text)
    {
        Start(element.Prefix, new(element.Namespace, element.LocalName));
        element.WriteXmlAttributes(xml, attributes);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private void Start(string prefix, ExiQualifiedName name)
    {
        xml.WriteStartElement(prefix, name.LocalName, name.Namespace);
        codec.DeclarePrefixes(xml);
    }
}
