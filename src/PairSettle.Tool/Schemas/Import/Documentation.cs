using System.Xml;
using System.Xml.Schema;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>What schema documents say for people.</summary>
internal static class Documentation
{
    /// <summary>The documentation of a component in one paragraph; a sentence of our own where there is none.</summary>
    public static string Of(XmlSchemaObject? component, string otherwise)
    {
        var texts = (component as XmlSchemaAnnotated)?.Annotation?.Items.OfType<XmlSchemaDocumentation>()
            .SelectMany(documentation => documentation.Markup ?? []).OfType<XmlNode>().Select(node => node.InnerText) ?? [];
        var paragraph = string.Join(' ', string.Join(' ', texts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return paragraph.Length == 0 ? otherwise : paragraph;
    }
}
