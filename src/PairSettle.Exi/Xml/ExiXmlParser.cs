using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Xml;

namespace PairSettle.Exi.Xml;

/// <summary>
/// Walks through an XML form element by element; emitted code calls it. Document types and entities are refused,
/// comments and processing instructions skipped. Like the bit reader, it keeps the first fault and never throws on
/// bad text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ExiXmlParser : IDisposable
{
    private readonly XmlReader _xml;
    private readonly ExiLimits _limits;
    private readonly bool _hasDocumentType;
    private int _attributesLeft;
    private int _depth;
    private bool _atImpliedEnd;
    private ExiFault _fault;
    private string? _path;

    /// <summary>Reads XML text and moves to the root element.</summary>
    /// <param name="xml">The text of the whole document.</param>
    /// <param name="limits">What to accept at most.</param>
    public ExiXmlParser(string xml, ExiLimits limits)
    {
        _limits = limits;
        _hasDocumentType = xml.Contains("<!DOCTYPE", StringComparison.Ordinal);
        _xml = XmlReader.Create(new StringReader(xml), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
        if (xml.Length > limits.MaxXmlCharacters)
        {
            Fail(ExiFault.XmlTooLarge);
            return;
        }

        Advance();
        if (!Failed && _xml.NodeType == XmlNodeType.XmlDeclaration)
        {
            Advance();
        }

        SkipToTag();
    }

    /// <summary>Whether a fault was met.</summary>
    public bool Failed => _fault != ExiFault.None;

    /// <summary>The first fault that was met, if any.</summary>
    public ExiError Error => new(_fault, -1, _path ?? string.Empty);

    /// <summary>The local name of the current element.</summary>
    public string LocalName => IsElement ? _xml.LocalName : string.Empty;

    /// <summary>The namespace of the current element.</summary>
    public string NamespaceUri => IsElement ? _xml.NamespaceURI : string.Empty;

    /// <summary>Whether the reader stands at a start tag.</summary>
    public bool IsElement => !Failed && !_atImpliedEnd && _xml.NodeType == XmlNodeType.Element;

    /// <summary>How many items a list may have.</summary>
    internal int MaxListItems => _limits.MaxListItems;

    /// <summary>Whether the reader stands at the start tag of a named element.</summary>
    /// <param name="localName">The local name.</param>
    /// <param name="namespaceUri">The namespace.</param>
    /// <returns>Whether it is that element.</returns>
    public bool At(string localName, string namespaceUri) =>
        IsElement && _xml.LocalName == localName && _xml.NamespaceURI == namespaceUri;

    /// <summary>Refuses the text, unless it is refused already.</summary>
    /// <param name="fault">The reason.</param>
    /// <returns>False.</returns>
    public bool Fail(ExiFault fault)
    {
        if (_fault == ExiFault.None)
        {
            _fault = fault;
        }

        return false;
    }

    /// <summary>Names an element around the fault; called from the innermost to the outermost while calls unwind.</summary>
    /// <param name="name">The element's local name.</param>
    /// <returns>False.</returns>
    public bool FailIn(string name)
    {
        _path = ExiPath.Around(_path, name);
        return false;
    }

    /// <summary>Refuses the text because it lacks what the schema requires next: an element that is absent or another.</summary>
    /// <returns>False.</returns>
    public bool FailExpected() => Fail(IsElement ? ExiFault.UnexpectedElement : ExiFault.MissingElement);

    /// <summary>
    /// Takes the value of an attribute of the current element. Declarations of namespaces and hints of schema locations
    /// are no attributes here.
    /// </summary>
    /// <param name="localName">The local name.</param>
    /// <param name="namespaceUri">The namespace, or the empty string.</param>
    /// <returns>The text, or null if the element has no such attribute.</returns>
    public string? TakeAttribute(string localName, string namespaceUri)
    {
        var value = IsElement ? _xml.GetAttribute(localName, namespaceUri) : null;
        if (value is not null)
        {
            _attributesLeft--;
        }

        return value;
    }

    /// <summary>Moves from a start tag into the element, to its first child, its text or its end tag.</summary>
    /// <returns>Whether all of its attributes were taken and the limit of depth admits it.</returns>
    public bool Enter()
    {
        if (!CheckAttributes())
        {
            return false;
        }

        if (++_depth > _limits.MaxDepth)
        {
            return Fail(ExiFault.TooDeep);
        }

        Open();
        return SkipToTag();
    }

    /// <summary>Moves past the end tag of the element that was entered, to the next tag.</summary>
    /// <returns>Whether nothing was left in the element.</returns>
    public bool Leave()
    {
        if (Failed)
        {
            return false;
        }

        if (!_atImpliedEnd && _xml.NodeType != XmlNodeType.EndElement)
        {
            return Fail(ExiFault.UnexpectedElement);
        }

        CloseText();
        _depth--;
        _atImpliedEnd = false;
        Advance();
        return SkipToTag();
    }

    /// <summary>Takes the text of the current element, which has no child elements, and moves past its end tag.</summary>
    /// <returns>The text; empty after a fault.</returns>
    public string TakeText()
    {
        if (!CheckAttributes())
        {
            return string.Empty;
        }

        Open();
        var text = TakeTextNodes();
        if (IsElement)
        {
            Fail(ExiFault.UnexpectedElement);
        }

        _depth++;
        return Leave() ? text : string.Empty;
    }

    /// <summary>Whether nothing follows the root element.</summary>
    /// <returns>Whether the whole text is valid.</returns>
    public bool Finish() => !Failed && (_xml.EOF || Fail(ExiFault.MalformedXml));

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private bool CheckAttributes() =>
        !Failed && (!IsElement ? Fail(ExiFault.MissingElement) : _attributesLeft == 0 || Fail(ExiFault.UnexpectedAttribute));

    /// <summary>Moves past a start tag; an empty-element tag has an end tag that only this reader sees.</summary>
    private void Open()
    {
        if (_xml.IsEmptyElement)
        {
            _atImpliedEnd = true;
        }
        else
        {
            Advance();
        }
    }

    private string TakeTextNodes()
    {
        var text = string.Empty;
        StringBuilder? more = null;
        while (AtText)
        {
            if (text.Length == 0)
            {
                text = _xml.Value;
            }
            else
            {
                more ??= new StringBuilder(text);
                more.Append(_xml.Value);
            }

            Advance();
        }

        return more?.ToString() ?? text;
    }

    /// <summary>Skips white space up to the next tag and counts the attributes of a start tag.</summary>
    private bool SkipToTag()
    {
        if (AtText)
        {
            var text = TakeTextNodes();
            if (!KeepText(text) && !text.All(ExiXml.IsWhiteSpace))
            {
                return Fail(ExiFault.UnexpectedText);
            }
        }

        _attributesLeft = 0;
        if (IsElement && _xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.NamespaceURI != ExiXmlNames.Xmlns && !IsSchemaHint())
                {
                    _attributesLeft++;
                }
            }
            while (_xml.MoveToNextAttribute());

            _xml.MoveToElement();
        }

        return !Failed;
    }

    private bool IsSchemaHint() =>
        _xml.NamespaceURI == ExiXmlNames.Instance && _xml.LocalName is "schemaLocation" or "noNamespaceSchemaLocation";

    private bool AtText => !Failed && !_atImpliedEnd
        && (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace);

    /// <summary>Moves to the next node. Well-formedness is found out only here, as the reader goes.</summary>
    private void Advance()
    {
        try
        {
            _xml.Read();
        }
        catch (XmlException)
        {
            Fail(_hasDocumentType ? ExiFault.ForbiddenXml : ExiFault.MalformedXml);
        }
    }
}
