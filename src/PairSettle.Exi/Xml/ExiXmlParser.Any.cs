using System.Xml;
using PairSettle.Exi.Codecs;

namespace PairSettle.Exi.Xml;

// What wildcards and mixed content admit: elements of any name, attributes of any name, and text between elements.
public sealed partial class ExiXmlParser
{
    private readonly Stack<MixedText> _open = [];
    private MixedText? _closed;

    /// <summary>The codec of the schema whose global elements a wildcard finds.</summary>
    public ExiCodec? Codec
    {
        get => Schema;
        init => Schema = value as ExiSchemaCodec;
    }

    internal ExiSchemaCodec? Schema { get; private init; }

    /// <summary>Whether the reader stands at the start tag of an element that a wildcard admits.</summary>
    /// <param name="excludedNamespace">The namespace that the wildcard excludes (<c>##other</c>), or null.</param>
    /// <returns>Whether it is such an element.</returns>
    public bool AtAny(string? excludedNamespace) =>
        IsElement && ExiAnyContent.IsAdmitted(new(_xml.NamespaceURI, _xml.LocalName), excludedNamespace);

    /// <summary>Moves from a start tag into an element with mixed content, whose text is kept.</summary>
    /// <returns>Whether all of its attributes were taken and the limit of depth admits it.</returns>
    public bool EnterMixed()
    {
        _open.Push(new MixedText(_depth + 1));
        return Enter();
    }

    /// <summary>Takes the text of the element with mixed content that was left last.</summary>
    /// <returns>The text between its children.</returns>
    public ExiList<ExiMixedText> TakeMixed() => _closed is { } closed ? [.. closed.Texts] : [];

    /// <summary>Takes all attributes of the current element; xsi:type and xsi:nil have no place in one that no type describes.</summary>
    internal ExiList<ExiAnyElementAttribute> TakeAttributes()
    {
        if (!IsElement || !_xml.MoveToFirstAttribute())
        {
            return [];
        }

        var attributes = new List<ExiAnyElementAttribute>();
        do
        {
            if (_xml.NamespaceURI == ExiXmlNames.Xmlns || IsSchemaHint())
            {
                continue;
            }

            if (_xml.NamespaceURI == ExiXmlNames.Instance)
            {
                Fail(ExiFault.UnrepresentableContent);
            }

            attributes.Add(new(new(_xml.NamespaceURI, _xml.LocalName), _xml.Value));
            _attributesLeft--;
        }
        while (_xml.MoveToNextAttribute());

        _xml.MoveToElement();
        return [.. attributes];
    }

    /// <summary>Keeps the text before a tag where the element at hand has mixed content; returns whether it has.</summary>
    private bool KeepText(string text)
    {
        if (!_open.TryPeek(out var mixed) || mixed.Depth != _depth)
        {
            return false;
        }

        mixed.Texts.Add(new(mixed.Children, text));
        return true;
    }

    /// <summary>Ends an element: its text is complete, and its parent has one child more.</summary>
    private void CloseText()
    {
        if (_open.TryPeek(out var mixed) && mixed.Depth == _depth)
        {
            // White space around child elements is indentation; as the only content it is text.
            if (mixed.Children > 0)
            {
                mixed.Texts.RemoveAll(text => text.Value.All(ExiXml.IsWhiteSpace));
            }

            _closed = _open.Pop();
        }

        if (_open.TryPeek(out var parent) && parent.Depth == _depth - 1)
        {
            parent.Children++;
        }
    }

    private sealed class MixedText(int depth)
    {
        public int Depth { get; } = depth;

        public int Children { get; set; }

        public List<ExiMixedText> Texts { get; } = [];
    }
}
