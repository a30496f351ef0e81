using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Xml;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>A global element of a schema: a root of documents, and what a wildcard finds; emitted code lists them.</summary>
/// <param name="prefix">The prefix of the XML form.</param>
/// <param name="localName">The local name.</param>
/// <param name="namespaceUri">The namespace.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ExiElement(string prefix, string localName, string namespaceUri)
{
    /// <summary>The prefix of the XML form.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The name.</summary>
    public ExiQualifiedName Name { get; } = new(namespaceUri, localName);

    /// <summary>Reads the content of an element, up to and including its end tag.</summary>
    internal abstract bool TryRead(ref ExiReader reader, [NotNullWhen(true)] out object? value);

    /// <summary>Writes the content of an element, up to and including its end tag.</summary>
    internal abstract bool Write(ref ExiWriter writer, object value);

    /// <summary>Reads the XML form of an element, up to and including its end tag.</summary>
    internal abstract bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out object? value);
}
