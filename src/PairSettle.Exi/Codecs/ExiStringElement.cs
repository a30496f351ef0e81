using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>A global element whose type is a string.</summary>
/// <param name="prefix">The prefix of the XML form.</param>
/// <param name="localName">The local name.</param>
/// <param name="namespaceUri">The namespace.</param>
/// <param name="stringId">The number of the name in string tables.</param>
/// <param name="minLength">The smallest number of code points allowed.</param>
/// <param name="maxLength">The largest number of code points allowed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiStringElement(string prefix, string localName, string namespaceUri, int stringId, int minLength, int maxLength)
    : ExiElement(prefix, localName, namespaceUri)
{
    internal override bool TryRead(ref ExiReader reader, [NotNullWhen(true)] out object? value)
    {
        value = reader.ReadStringContent(1, stringId, minLength, maxLength);
        return !reader.Failed;
    }

    internal override bool Write(ref ExiWriter writer, object value)
    {
        if (value is not string text)
        {
            return writer.Fail(ExiFault.UnexpectedType);
        }

        writer.WriteStringContent(1, stringId, text, minLength, maxLength);
        return !writer.Failed;
    }

    internal override bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out object? value)
    {
        value = reader.ReadString(reader.TakeText(), ExiWhiteSpace.Preserve, minLength, maxLength);
        return !reader.Failed;
    }
}
