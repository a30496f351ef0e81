using System.ComponentModel;
using System.Xml;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Codecs;

/// <summary>The content of an element in both forms; emitted code implements it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExiContent
{
    /// <summary>Writes the content of an element, up to and including its end tag.</summary>
    /// <param name="writer">The stream, after the start tag.</param>
    /// <returns>Whether the value keeps to its schema.</returns>
    bool WriteExi(ref ExiWriter writer);

    /// <summary>Writes the attributes and the content of an element in the XML form.</summary>
    /// <param name="writer">The text, inside the start tag.</param>
    void WriteXml(XmlWriter writer);
}
