using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Codecs;

/// <summary>The content of an element of one type in both forms; emitted code implements it.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExiContent<TSelf> : IExiContent
    where TSelf : IExiContent<TSelf>
{
    /// <summary>Reads the content of an element, up to and including its end tag.</summary>
    /// <param name="reader">The stream, after the start tag.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns>Whether the content is valid.</returns>
    static abstract bool TryReadExi(ref ExiReader reader, [MaybeNullWhen(false)] out TSelf value);

    /// <summary>Reads the XML form of an element, up to and including its end tag.</summary>
    /// <param name="reader">The text, at the start tag.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns>Whether the content is valid.</returns>
    static abstract bool TryReadXml(ExiXmlParser reader, [MaybeNullWhen(false)] out TSelf value);
}
