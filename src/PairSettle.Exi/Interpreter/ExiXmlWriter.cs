using System.Xml;
using PairSettle.Exi.Interpreter.Events;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Options;
using PairSettle.Exi.Interpreter.Rules;

namespace PairSettle.Exi.Interpreter;

/// <summary>
/// Writes XML as an EXI stream: any schema or none, any option. What the options do not preserve is left out: comments,
/// processing instructions, document types, prefixes; white space between elements; and always
/// <c>xsi:schemaLocation</c> and its like, since grammars are agreed on by other means.
/// </summary>
/// <remarks>
/// A value that does not fit its type is written as a string; only strict grammars do not admit it. What they do not
/// admit throws <see cref="ExiXmlException"/>.
/// </remarks>
public sealed partial class ExiXmlWriter : XmlWriter
{
    private readonly ExiOptions _options;
    private readonly EventWriter _events;
    private readonly Stream _stream;
    private readonly bool _leavesOpen;
    private readonly NamespaceScopes _scopes = new();
    private readonly Stack<bool> _preservesSpace = new();
    private TextBuffer _text;
    private WriteState _state = WriteState.Start;

    // Whether the text that is gathered follows a start tag.
    private bool _followsTag;

    /// <summary>Begins to write a stream.</summary>
    /// <param name="stream">Receives the stream.</param>
    /// <param name="grammars">The grammars; by default those that need no schema.</param>
    /// <param name="options">The options.</param>
    /// <param name="leaveOpen">Whether closing the writer leaves the stream open.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ExiXmlWriter(Stream stream, ExiGrammars? grammars = null, ExiOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _leavesOpen = leaveOpen;
        _options = (options ?? ExiOptions.Default).Checked();
        grammars ??= ExiGrammars.SchemaLess;
        _events = new EventWriter(Header.Write(_options, grammars), stream, grammars, _options);
    }

    /// <inheritdoc/>
    public override WriteState WriteState => _state;

    /// <inheritdoc/>
    public override void WriteStartDocument() => Begin();

    /// <inheritdoc/>
    public override void WriteStartDocument(bool standalone) => Begin();

    /// <summary>Ends open elements, the document and the stream.</summary>
    public override void WriteEndDocument()
    {
        if (_state is WriteState.Closed or WriteState.Error or WriteState.Start)
        {
            return;
        }

        while (_preservesSpace.Count > 0)
        {
            WriteEndElement();
        }

        Guarded(() =>
        {
            FlushText(RuleEvent.EndDocument);
            _events.EndDocument();
        });
        _state = WriteState.Closed;
    }

    /// <inheritdoc/>
    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset)
    {
        Begin();
        if (_options.Preserves(ExiPreserve.Dtds))
        {
            Guarded(() => _events.Remark(RuleEvent.DocumentType, name, pubid ?? string.Empty, sysid ?? string.Empty, subset ?? string.Empty));
        }
    }

    /// <inheritdoc/>
    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        ArgumentNullException.ThrowIfNull(localName);
        Begin();
        try
        {
            EndStartTag();
            FlushText(RuleEvent.StartElement);
            OpenStartTag(prefix, ns ?? string.Empty, localName);
        }
        catch (ExiFaultException e)
        {
            throw Refuse(e);
        }

        _state = WriteState.Element;
    }

    /// <inheritdoc/>
    public override void WriteEndElement()
    {
        try
        {
            EndStartTag();
            FlushText(RuleEvent.EndElement);
            _events.EndElement();
            _scopes.Leave(_preservesSpace.Count);
        }
        catch (ExiFaultException e)
        {
            throw Refuse(e);
        }

        _preservesSpace.Pop();
        _followsTag = false;
        _state = WriteState.Content;
    }

    /// <inheritdoc/>
    public override void WriteFullEndElement() => WriteEndElement();

    /// <inheritdoc/>
    public override void WriteComment(string? text) => Remark(ExiPreserve.Comments, RuleEvent.Comment, text ?? string.Empty);

    /// <inheritdoc/>
    public override void WriteProcessingInstruction(string name, string? text)
    {
        // Whoever copies nodes writes the XML declaration in this way.
        if (name != "xml")
        {
            Remark(ExiPreserve.ProcessingInstructions, RuleEvent.ProcessingInstruction, name, text ?? string.Empty);
        }
    }

    /// <summary>Writes a reference to an entity, which the options must preserve.</summary>
    /// <param name="name">The name of the entity.</param>
    /// <exception cref="ExiXmlException">The options do not preserve such references.</exception>
    public override void WriteEntityRef(string name)
    {
        if (!_options.Preserves(ExiPreserve.Dtds))
        {
            Guarded(() => throw _events.Unencodable());
        }

        Remark(ExiPreserve.Dtds, RuleEvent.EntityReference, name);
    }

    /// <inheritdoc/>
    public override void WriteString(string? text)
    {
        if (_state == WriteState.Attribute)
        {
            _value.Append(text);
        }
        else if (_preservesSpace.Count > 0)
        {
            try
            {
                EndStartTag();
            }
            catch (ExiFaultException e)
            {
                throw Refuse(e);
            }

            _text.Append(text);
            _state = WriteState.Content;
        }
    }

    /// <inheritdoc/>
    public override void WriteCData(string? text) => WriteString(text);

    /// <inheritdoc/>
    public override void WriteWhitespace(string? ws) => WriteString(ws);

    /// <inheritdoc/>
    public override void WriteChars(char[] buffer, int index, int count) => WriteString(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteCharEntity(char ch) => WriteString(ch.ToString());

    /// <inheritdoc/>
    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => WriteString(new string([highChar, lowChar]));

    /// <summary>Writes text; markup in it is not interpreted.</summary>
    /// <inheritdoc/>
    public override void WriteRaw(char[] buffer, int index, int count) => WriteChars(buffer, index, count);

    /// <summary>Writes text; markup in it is not interpreted.</summary>
    /// <param name="data">The text.</param>
    public override void WriteRaw(string data) => WriteString(data);

    /// <inheritdoc/>
    public override void WriteBase64(byte[] buffer, int index, int count) => WriteString(Convert.ToBase64String(buffer, index, count));

    /// <inheritdoc/>
    public override string? LookupPrefix(string ns) => _tag is { } tag && tag.Uri == ns ? tag.Prefix : _scopes.PrefixOf(ns, mayBeEmpty: true);

    /// <summary>Moves what is complete to the stream. Reordered streams are complete block by block.</summary>
    public override void Flush()
    {
        _events.Flush();
        _stream.Flush();
    }

    /// <inheritdoc/>
    public override void Close()
    {
        WriteEndDocument();
        _state = WriteState.Closed;
        if (!_leavesOpen)
        {
            _stream.Dispose();
        }
    }

    private void Begin()
    {
        if (_state is WriteState.Closed or WriteState.Error)
        {
            throw new InvalidOperationException("the stream has ended");
        }

        _state = _state == WriteState.Start ? WriteState.Prolog : _state;
    }

    private void Remark(ExiPreserve item, RuleEvent kind, params string[] parts)
    {
        Begin();
        if (!_options.Preserves(item))
        {
            return;
        }

        Guarded(() =>
        {
            EndStartTag();
            FlushText(kind);
            _events.Remark(kind, parts);
        });
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (ExiFaultException e)
        {
            throw Refuse(e);
        }
    }

    /// <summary>Ends the writing for a fault, and names where it is.</summary>
    private ExiXmlException Refuse(ExiFaultException fault)
    {
        _state = WriteState.Error;
        return fault.WithPath(_events.State.Path());
    }
}
