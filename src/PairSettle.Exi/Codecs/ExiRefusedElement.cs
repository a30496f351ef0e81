using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>A global element that keeps its event code and of which no instance is taken: an abstract one, for instance.</summary>
/// <param name="prefix">The prefix of the XML form.</param>
/// <param name="localName">The local name.</param>
/// <param name="namespaceUri">The namespace.</param>
/// <param name="fault">Why it is refused.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiRefusedElement(string prefix, string localName, string namespaceUri, ExiFault fault)
    : ExiElement(prefix, localName, namespaceUri)
{
    internal override bool TryRead(ref ExiReader reader, [NotNullWhen(true)] out object? value)
    {
        value = null;
        return reader.Fail(fault);
    }

    internal override bool Write(ref ExiWriter writer, object value) => writer.Fail(fault);

    internal override bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out object? value)
    {
        value = null;
        return reader.Fail(fault);
    }
}
