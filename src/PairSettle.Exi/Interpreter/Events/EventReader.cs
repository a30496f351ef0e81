using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Streams;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

/// <summary>Reads the body of a stream event by event.</summary>
internal sealed partial class EventReader
{
    private readonly StreamState _state;
    private readonly BitSource _raw;
    private readonly bool _prefixes;
    private readonly NamespaceScopes _scopes = new();
    private BitSource _source;

    public EventReader(BitSource source, ExiGrammars grammars, ExiOptions options)
    {
        _raw = _source = source;
        source.IsAligned = options.Alignment != ExiAlignment.BitPacked;
        _state = new StreamState(grammars, options);
        _prefixes = options.Preserves(ExiPreserve.Prefixes);
    }

    /// <summary>The names of the open elements.</summary>
    public string Path => _state.Path();

    /// <summary>Reads the next event. After EndDocument there is none.</summary>
    public ExiEvent Read()
    {
        if (!_state.Options.IsReordered)
        {
            return ReadStructure();
        }

        if (_next == _block.Count)
        {
            ReadBlock();
        }

        var found = _block[_next++];
        return found.Deferred == 0 ? found : found with { Value = _values[found.Deferred - 1].Value!, Deferred = 0 };
    }

    private ExiEvent ReadStructure()
    {
        ref var frame = ref _state.Top;
        var rule = frame.Rule;
        var production = rule.Read(_source);
        switch (production.Event)
        {
            case RuleEvent.StartElement:
                return StartElement(production, _state.Names.EntryOf(production.Name!));
            case RuleEvent.StartElementNamespace:
                return StartElement(production, _state.Names.ReadLocalName(_source, production.UriId));
            case RuleEvent.StartElementAny:
                var name = _state.Names.ReadName(_source);
                StreamState.Learn(rule, RuleEvent.StartElement, name.Name, production.Target);
                return StartElement(production, name);
            case RuleEvent.EndElement:
                StreamState.Learn(rule, RuleEvent.EndElement, null);
                return EndElement();
            case RuleEvent.Characters:
                frame.Follow(production);
                return Value(new ExiEvent(RuleEvent.Characters), _state.Represent(production.Datatype), frame.Name!);
            case RuleEvent.UntypedCharacters:
                StreamState.Learn(rule, RuleEvent.UntypedCharacters, production.Target);
                frame.Follow(production);
                return Value(new ExiEvent(RuleEvent.Characters), StringDatatype.Untyped, frame.Name!);
            case RuleEvent.NamespaceDeclaration:
                return NamespaceDeclaration();
            case RuleEvent.SelfContained:
                BeginSelfContained();
                return ReadStructure();
            case RuleEvent.EndDocument:
                return new ExiEvent(RuleEvent.EndDocument);
            case RuleEvent.Comment or RuleEvent.ProcessingInstruction or RuleEvent.DocumentType or RuleEvent.EntityReference:
                frame.Follow(production);
                return Remark(production.Event);
            default:
                return Attribute(ref frame, rule, production);
        }
    }

    private ExiEvent StartElement(Production production, NameEntry name)
    {
        var prefix = _prefixes ? _state.Names.ReadPrefix(_source, name.Name.UriId) : null;
        _state.Top.Follow(production);
        _state.Push(production.ElementRule ?? _state.RuleOf(name), name);
        return new ExiEvent(RuleEvent.StartElement) { Name = name.Name, Prefix = prefix };
    }

    private ExiEvent NamespaceDeclaration()
    {
        var uriId = _state.Names.ReadUri(_source);
        var uri = _state.Names.UriOf(uriId);
        var prefix = _state.Names.ReadDeclaredPrefix(_source, uriId);
        _scopes.Declare(_state.Depth, prefix, uri);
        return new ExiEvent(RuleEvent.NamespaceDeclaration) { Value = uri, Prefix = prefix, IsOfElement = _source.ReadBoolean() };
    }

    private ExiEvent EndElement()
    {
        _scopes.Leave(_state.Depth);
        _state.Pop();
        if (_state.IsInnerFragment)
        {
            var start = _source.BitOffset;
            if (_state.Top.Rule.Read(_source).Event != RuleEvent.EndDocument)
            {
                throw new ExiFaultException(ExiFault.UndefinedEventCode, start);
            }

            _source.Align();
            _state.EndSelfContained();
        }

        return new ExiEvent(RuleEvent.EndElement);
    }

    /// <summary>Enters the fragment that a self-contained element is written as; its start tag is there once more.</summary>
    private void BeginSelfContained()
    {
        var start = _source.BitOffset;
        var name = _state.Top.Name!.Name;
        _source.Align();
        _state.BeginSelfContained();
        var again = ReadStructure();
        if (again.Kind != RuleEvent.StartElement || again.Name!.Uri != name.Uri || again.Name.LocalName != name.LocalName)
        {
            throw new ExiFaultException(ExiFault.UndefinedEventCode, start);
        }
    }

    private ExiEvent Remark(RuleEvent kind)
    {
        var value = Text.Read(_source);
        return new ExiEvent(kind)
        {
            Value = value,
            Parts = kind switch
            {
                RuleEvent.ProcessingInstruction => [Text.Read(_source)],
                RuleEvent.DocumentType => [Text.Read(_source), Text.Read(_source), Text.Read(_source)],
                _ => null,
            },
        };
    }

    private ExiEvent Value(ExiEvent found, Datatype datatype, NameEntry name) => _state.Options.IsReordered
        ? found with { Deferred = Defer(datatype, name) }
        : found with { Value = datatype.Read(_source, _state.Values, name) };
}
