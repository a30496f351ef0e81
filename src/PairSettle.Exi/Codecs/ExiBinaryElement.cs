using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>A global element whose type is <c>xs:base64Binary</c>.</summary>
/// <param name="prefix">The prefix of the XML form.</param>
/// <param name="localName">The local name.</param>
/// <param name="namespaceUri">The namespace.</param>
/// <param name="minLength">The smallest number of octets allowed.</param>
/// <param name="maxLength">The largest number of octets allowed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiBinaryElement(string prefix, string localName, string namespaceUri, int minLength, int maxLength)
    : ExiElement(prefix, localName, namespaceUri)
{
    internal override bool TryRead(ref ExiReader reader, [NotNullWhen(true)] out object? value)
    {
        value = reader.ReadBinaryContent(1, minLength, maxLength);
        return !reader.Failed;
    }

    internal override bool Write(ref ExiWriter writer, object value)
    {
        if (value is not ExiBytes octets)
        {
            return writer.Fail(ExiFault.UnexpectedType);
        }

        writer.WriteBinaryContent(1, octets, minLength, maxLength);
        return !writer.Failed;
    }

    internal override bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out object? value)
    {
        value = reader.ReadBase64Binary(reader.TakeText(), minLength, maxLength);
        return !reader.Failed;
    }
}
