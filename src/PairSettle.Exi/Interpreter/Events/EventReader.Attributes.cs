using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

internal sealed partial class EventReader
{
    private static readonly BooleanDatatype s_boolean = new(false);

    private ExiEvent Attribute(ref Frame frame, Rule rule, Production production)
    {
        var name = production.Event switch
        {
            RuleEvent.XsiType => _state.Names.EntryOf(_state.Names.Initial.XsiType),
            RuleEvent.XsiNil => _state.Names.EntryOf(_state.Names.Initial.XsiNil),
            RuleEvent.Attribute or RuleEvent.AttributeUntyped => _state.Names.EntryOf(production.Name!),
            RuleEvent.AttributeNamespace => _state.Names.ReadLocalName(_source, production.UriId),
            _ => _state.Names.ReadName(_source),
        };
        if (production.Event == RuleEvent.AttributeAny)
        {
            StreamState.Learn(rule, RuleEvent.Attribute, name.Name, rule);
        }

        var found = new ExiEvent(RuleEvent.Attribute)
        {
            Name = name.Name,
            Prefix = _prefixes ? _state.Names.ReadPrefix(_source, name.Name.UriId) : null,
        };
        frame.Follow(production);
        var isUntyped = production.Event is RuleEvent.AttributeUntyped or RuleEvent.AttributeAnyUntyped;
        if (name.Name.IsXsiType && !isUntyped)
        {
            return XsiType(ref frame, found, name);
        }

        if (name.Name.IsXsiNil && !isUntyped && !rule.Learns)
        {
            return XsiNil(ref frame, rule, found, name);
        }

        var datatype = production.Event switch
        {
            RuleEvent.Attribute => _state.Represent(production.Datatype),
            _ when isUntyped => StringDatatype.Untyped,
            _ => _state.Represent(_state.TypeOfAttribute(name, rule)),
        };
        return Value(found, datatype, name);
    }

    /// <summary>Reads the name of a type, and goes on with the rules of that type where it is known (EXI 1.0, 8.5.4.4).</summary>
    private ExiEvent XsiType(ref Frame frame, ExiEvent found, NameEntry attribute)
    {
        if (_state.Options.Preserves(ExiPreserve.LexicalValues))
        {
            var literal = StringDatatype.Untyped.Read(_source, _state.Values, attribute);
            var (uri, localName) = _scopes.Resolve(literal);
            if (_state.Names.Find(uri, localName) is { } known)
            {
                MoveToType(ref frame, known);
            }

            return found with { Value = literal };
        }

        var name = _state.Names.ReadName(_source);
        var prefix = _prefixes ? _state.Names.ReadPrefix(_source, name.Name.UriId) : null;
        MoveToType(ref frame, name);
        return found with { Value = string.Empty, Qualified = new QualifiedValue(name.Name.Uri, name.Name.LocalName, prefix) };
    }

    private void MoveToType(ref Frame frame, NameEntry name)
    {
        if (_state.TypeRule(name.Name) is { } rule)
        {
            frame.MoveTo(rule);
        }
    }

    private ExiEvent XsiNil(ref Frame frame, Rule rule, ExiEvent found, NameEntry name)
    {
        var value = (_state.Options.Preserves(ExiPreserve.LexicalValues) ? s_boolean.Lexical : s_boolean).Read(_source, _state.Values, name);
        if (value.Trim() is "true" or "1" && rule.Empty is { } empty)
        {
            frame.MoveTo(empty());
        }

        return found with { Value = value };
    }
}
