using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

/// <summary>Writes the body of a stream event by event. Attributes come sorted, after the namespace declarations.</summary>
internal sealed partial class EventWriter
{
    private readonly StreamState _state;
    private readonly Stream _stream;
    private readonly bool _prefixes;
    private readonly bool _lexical;
    private BitSink _sink;

    public EventWriter(BitSink header, Stream stream, ExiGrammars grammars, ExiOptions options)
    {
        _stream = stream;
        _sink = header;
        _state = new StreamState(grammars, options);
        _prefixes = options.Preserves(ExiPreserve.Prefixes);
        _lexical = options.Preserves(ExiPreserve.LexicalValues);
        if (options.Alignment != ExiAlignment.BitPacked)
        {
            _sink.Align();
            _sink.IsAligned = true;
        }

        if (options.Alignment == ExiAlignment.Compression)
        {
            _sink.MoveTo(stream);
            _sink = NewPart();
        }
    }

    public StreamState State => _state;

    public ExiFaultException Unencodable() => new(ExiFault.UnencodableEvent, _sink.BitOffset);

    public void StartElement(string prefix, string uri, string localName)
    {
        ref var frame = ref _state.Top;
        var rule = frame.Rule;
        NameEntry name;
        var production = rule.Find(RuleEvent.StartElement, uri, localName);
        if (production is not null)
        {
            rule.Write(_sink, production);
            name = _state.Names.EntryOf(production.Name!);
        }
        else if (_state.Names.TryFindUri(uri, out var uriId) && rule.Find(RuleEvent.StartElementNamespace, uriId) is { } wildcard)
        {
            rule.Write(_sink, production = wildcard);
            name = _state.Names.WriteLocalName(_sink, uriId, localName);
        }
        else
        {
            production = rule.Find(RuleEvent.StartElementAny);
            if (production is not null)
            {
                rule.Write(_sink, production);
            }
            else
            {
                production = rule.WriteSecond(_sink, RuleEvent.StartElementAny) ?? throw Unencodable();
            }

            name = _state.Names.WriteName(_sink, uri, localName);
            StreamState.Learn(rule, RuleEvent.StartElement, name.Name, production.Target);
        }

        if (_prefixes)
        {
            _state.Names.WritePrefix(_sink, name.Name.UriId, prefix);
        }

        frame.Follow(production);
        _state.Push(production.ElementRule ?? _state.RuleOf(name), name);
    }

    /// <summary>Makes the element that was just begun a self-contained one.</summary>
    public void SelfContained(string prefix, string uri, string localName)
    {
        _ = _state.Top.Rule.WriteSecond(_sink, RuleEvent.SelfContained) ?? throw Unencodable();
        _sink.Align();
        _state.BeginSelfContained();
        StartElement(prefix, uri, localName);
    }

    public void NamespaceDeclaration(string prefix, string uri, bool isOfElement)
    {
        _ = _state.Top.Rule.WriteSecond(_sink, RuleEvent.NamespaceDeclaration) ?? throw Unencodable();
        var uriId = _state.Names.WriteUri(_sink, uri);
        _state.Names.WriteDeclaredPrefix(_sink, uriId, prefix);
        _sink.WriteBoolean(isOfElement);
    }

    public void EndElement()
    {
        var rule = _state.Top.Rule;
        if (rule.Find(RuleEvent.EndElement) is { } production)
        {
            rule.Write(_sink, production);
        }
        else if (rule.WriteSecond(_sink, RuleEvent.EndElement) is not null)
        {
            StreamState.Learn(rule, RuleEvent.EndElement, null);
        }
        else
        {
            // Strict grammars have text here, so an element without any has one of length zero.
            if (!TryCharacters(string.Empty) || _state.Top.Rule.Find(RuleEvent.EndElement) is not { } end)
            {
                throw Unencodable();
            }

            _state.Top.Rule.Write(_sink, end);
        }

        _state.Pop();
        if (_state.IsInnerFragment)
        {
            _state.Top.Rule.Write(_sink, _state.Top.Rule.Find(RuleEvent.EndDocument)!);
            _sink.Align();
            _state.EndSelfContained();
        }
    }

    /// <summary>Writes text: as the type says where it can be, otherwise as a string.</summary>
    /// <returns>Whether the grammar admits it.</returns>
    public bool TryCharacters(string text)
    {
        ref var frame = ref _state.Top;
        var rule = frame.Rule;
        if (rule.Find(RuleEvent.Characters) is { } typed && TryRepresent(typed.Datatype, text, out var datatype, out var value))
        {
            rule.Write(_sink, typed);
            frame.Follow(typed);
            Value(datatype, frame.Name!, value);
            return true;
        }

        var production = rule.Find(RuleEvent.UntypedCharacters);
        if (production is not null)
        {
            rule.Write(_sink, production);
        }
        else if ((production = rule.WriteSecond(_sink, RuleEvent.UntypedCharacters)) is null)
        {
            return false;
        }

        StreamState.Learn(rule, RuleEvent.UntypedCharacters, production.Target);
        frame.Follow(production);
        Untyped(frame.Name!, text);
        return true;
    }

    /// <summary>Writes a comment, a processing instruction, a document type or an entity reference.</summary>
    public void Remark(RuleEvent kind, params ReadOnlySpan<string> parts)
    {
        ref var frame = ref _state.Top;
        var production = frame.Rule.WriteSecond(_sink, kind) ?? throw Unencodable();
        frame.Follow(production);
        foreach (var part in parts)
        {
            Text.Write(_sink, part);
        }
    }

    /// <summary>Writes the end of the document and nothing after it, for a stream that goes on.</summary>
    public void EndBody()
    {
        var rule = _state.Top.Rule;
        rule.Write(_sink, rule.Find(RuleEvent.EndDocument) ?? throw Unencodable());
    }

    /// <summary>Writes the end of the document and of the stream.</summary>
    public void EndDocument()
    {
        EndBody();
        if (_state.Options.IsReordered)
        {
            WriteBlock();
        }

        _sink.Align();
        _sink.MoveTo(_stream);
    }

    /// <summary>Moves what is complete to the stream.</summary>
    public void Flush()
    {
        if (!_state.Options.IsReordered)
        {
            _sink.MoveTo(_stream);
        }
    }

    private bool TryRepresent(Datatype declared, string literal, out Datatype datatype, out TypedValue value) =>
        (datatype = _state.Represent(declared)).TryParse(literal, out value);

    private void Untyped(NameEntry name, string literal) => Value(StringDatatype.Untyped, name, new TypedValue(0, 0, literal));

    private void Value(Datatype datatype, NameEntry name, in TypedValue value)
    {
        if (_state.Options.IsReordered)
        {
            Defer(datatype, name, value);
        }
        else
        {
            datatype.Write(_sink, _state.Values, name, value);
        }
    }
}
