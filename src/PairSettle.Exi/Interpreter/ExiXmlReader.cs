using System.Xml;
using PairSettle.Exi.Interpreter.Events;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Options;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Streams;

namespace PairSettle.Exi.Interpreter;

/// <summary>
/// Reads an EXI stream as XML: any schema or none, any option. Memory and time are bounded by <see cref="ExiLimits"/>
/// whatever the stream says. Prefixes that the stream does not preserve are made up.
/// </summary>
/// <remarks>
/// White space is never reported apart from text. A stream that is refused throws <see cref="ExiXmlException"/>;
/// <see cref="TryRead"/> is the form that does not throw.
/// </remarks>
public sealed partial class ExiXmlReader : XmlReader
{
    private readonly EventReader _events;
    private readonly BitSource _source;
    private readonly Stream? _owned;
    private NameTable? _nameTable;
    private ExiEvent? _ahead;

    /// <summary>Begins to read a stream; its header is read at once.</summary>
    /// <param name="stream">The stream. Octets after the EXI stream may have been taken from it too.</param>
    /// <param name="grammars">The grammars; by default those that need no schema.</param>
    /// <param name="options">The options agreed out of band; an options document in the stream takes their place.</param>
    /// <param name="leaveOpen">Whether closing the reader leaves the stream open.</param>
    /// <exception cref="ExiXmlException">The header is refused.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ExiXmlReader(Stream stream, ExiGrammars? grammars = null, ExiOptions? options = null, bool leaveOpen = false)
        : this(new BitSource(stream ?? throw new ArgumentNullException(nameof(stream)), (options ?? ExiOptions.Default).Limits), grammars, options)
    {
        _owned = leaveOpen ? null : stream;
    }

    /// <summary>Begins to read a stream that lies in memory.</summary>
    /// <param name="octets">The whole stream.</param>
    /// <param name="grammars">The grammars; by default those that need no schema.</param>
    /// <param name="options">The options agreed out of band; an options document in the stream takes their place.</param>
    /// <exception cref="ExiXmlException">The header is refused, or the stream is too large.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ExiXmlReader(byte[] octets, ExiGrammars? grammars = null, ExiOptions? options = null)
        : this(new BitSource(octets ?? throw new ArgumentNullException(nameof(octets)), (options ?? ExiOptions.Default).Limits), grammars, options)
    {
    }

    private ExiXmlReader(BitSource source, ExiGrammars? grammars, ExiOptions? options)
    {
        options = (options ?? ExiOptions.Default).Checked();
        _source = source;
        try
        {
            source.CheckSize();
            (Options, Grammars) = Header.Read(source, options, grammars ?? ExiGrammars.SchemaLess);
            _events = new EventReader(source, Grammars, Options);
        }
        catch (ExiFaultException e)
        {
            throw e.WithPath(string.Empty);
        }
    }

    /// <summary>The options that the stream is read with.</summary>
    public ExiOptions Options { get; }

    /// <summary>The grammars that the stream is read with.</summary>
    public ExiGrammars Grammars { get; }

    /// <inheritdoc/>
    /// <exception cref="ExiXmlException">The stream is refused; nothing more can be read.</exception>
    public override bool Read() => TryRead(out var error) || (error.Fault == ExiFault.None ? false : throw new ExiXmlException(error));

    /// <summary>Reads the next node without ever throwing on what a stream says.</summary>
    /// <param name="error">Where and why the stream is refused; without a fault where it has ended.</param>
    /// <returns>Whether there is a node.</returns>
    /// <exception cref="IOException">The stream that lies below failed.</exception>
    public bool TryRead(out ExiError error)
    {
        error = _error;
        if (_state is ReadState.Closed or ReadState.Error or ReadState.EndOfFile)
        {
            return false;
        }

        try
        {
            _state = ReadState.Interactive;
            return ReadNode();
        }
        catch (ExiFaultException e)
        {
            _state = ReadState.Error;
            error = _error = e.WithPath(_events.Path).Error;
            return false;
        }
    }

    /// <summary>After the last node: whether nothing but zero bits up to the next octet was left of the stream.</summary>
    internal ExiError CheckEnd() =>
        !_source.PaddingIsZero() && !Tolerates(ExiTolerance.Padding) ? new ExiError(ExiFault.NonZeroPadding, (int)_source.BitOffset, string.Empty)
        : !_source.IsAtEnd && !Tolerates(ExiTolerance.TrailingOctets) ? new ExiError(ExiFault.TrailingOctets, (int)_source.BitOffset, string.Empty)
        : default;

    private bool Tolerates(ExiTolerance rule) => (Options.Limits.Tolerance & rule) != 0;

    private ExiEvent Next()
    {
        if (_ahead is { } found)
        {
            _ahead = null;
            return found;
        }

        return _events.Read();
    }

    private bool ReadNode()
    {
        _attribute = -1;
        _partRead = false;
        _attributes.Clear();
        if (_isEmpty)
        {
            _isEmpty = false;
            Leave();
        }
        else if (_node.Type == XmlNodeType.EndElement)
        {
            Leave();
        }

        while (true)
        {
            var found = Next();
            switch (found.Kind)
            {
                case RuleEvent.StartElement:
                    StartElement(found);
                    return true;
                case RuleEvent.EndElement:
                    var open = _open.Peek();
                    _node = open with { Type = XmlNodeType.EndElement };
                    return true;
                case RuleEvent.Characters when found.Value.Length == 0:
                    break;
                case RuleEvent.Characters:
                    _node = new Node(XmlNodeType.Text, string.Empty, string.Empty, string.Empty, found.Value);
                    return true;
                case RuleEvent.Comment:
                    _node = new Node(XmlNodeType.Comment, string.Empty, string.Empty, string.Empty, found.Value);
                    return true;
                case RuleEvent.ProcessingInstruction:
                    _node = new Node(XmlNodeType.ProcessingInstruction, string.Empty, Verified(found.Value), string.Empty, found.Parts![0]);
                    return true;
                case RuleEvent.EntityReference:
                    _node = new Node(XmlNodeType.EntityReference, string.Empty, Verified(found.Value), string.Empty, string.Empty);
                    return true;
                case RuleEvent.DocumentType:
                    DocumentType(found);
                    return true;
                case RuleEvent.EndDocument:
                    _node = default;
                    _state = ReadState.EndOfFile;
                    return false;
                default:
                    // Attributes and declarations after content has begun: no grammar admits them there, save one that learned.
                    throw _source.Fault(ExiFault.UnexpectedAttribute);
            }
        }
    }

    private void Leave()
    {
        _scopes.Leave(_open.Count);
        _open.Pop();
    }

    private ExpandedName Verified(ExpandedName name) =>
        name.IsWellFormed ? name : throw _source.Fault(ExiFault.InvalidCharacter);

    private string Verified(string name)
    {
        try
        {
            return XmlConvert.VerifyName(name);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            throw _source.Fault(ExiFault.InvalidCharacter);
        }
    }
}
