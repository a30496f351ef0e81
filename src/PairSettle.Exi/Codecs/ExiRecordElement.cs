using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>A global element whose type an annotated record holds.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="prefix">The prefix of the XML form.</param>
/// <param name="localName">The local name.</param>
/// <param name="namespaceUri">The namespace.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExiRecordElement<T>(string prefix, string localName, string namespaceUri) : ExiElement(prefix, localName, namespaceUri)
    where T : IExiContent<T>
{
    internal override bool TryRead(ref ExiReader reader, [NotNullWhen(true)] out object? value)
    {
        value = T.TryReadExi(ref reader, out var read) ? read : null;
        return value is not null;
    }

    internal override bool Write(ref ExiWriter writer, object value) =>
        value is T record && value.GetType() == typeof(T) ? record.WriteExi(ref writer) : writer.Fail(ExiFault.UnexpectedType);

    internal override bool TryReadXml(ExiXmlParser reader, [NotNullWhen(true)] out object? value)
    {
        value = T.TryReadXml(reader, out var read) ? read : null;
        return value is not null;
    }
}
