using System.ComponentModel;
using System.Xml;

namespace PairSettle.Exi.Xml;

/// <summary>Writes the text between the children of an element with mixed content; emitted code calls it.</summary>
/// <param name="texts">The texts.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ExiMixedXmlWriter(ExiList<ExiMixedText> texts)
{
    private readonly ExiList<ExiMixedText> _texts = texts;
    private int _next;
    private int _children;

    /// <summary>Writes the text before the next child.</summary>
    /// <param name="writer">The text of the document.</param>
    public void BeforeChild(XmlWriter writer)
    {
        End(writer);
        _children++;
    }

    /// <summary>Writes the text after the last child.</summary>
    /// <param name="writer">The text of the document.</param>
    public void End(XmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        for (; _next < _texts.Count && _texts[_next].Position == _children; _next++)
        {
            writer.WriteString(_texts[_next].Value);
        }
    }
}
