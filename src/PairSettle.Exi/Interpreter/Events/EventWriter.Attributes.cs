using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

internal sealed partial class EventWriter
{
    private static readonly BooleanDatatype s_boolean = new(false);

    /// <summary>Writes an attribute that is neither xsi:type nor xsi:nil.</summary>
    public void Attribute(string prefix, string uri, string localName, string literal)
    {
        ref var frame = ref _state.Top;
        var rule = frame.Rule;
        if (rule.Find(RuleEvent.Attribute, uri, localName) is { } declared)
        {
            var name = _state.Names.EntryOf(declared.Name!);
            var fits = TryRepresent(declared.Datatype, literal, out var datatype, out var value);
            if (fits)
            {
                rule.Write(_sink, declared);
            }
            else
            {
                _ = rule.WriteSecond(_sink, RuleEvent.AttributeUntyped, name.Name) ?? throw Unencodable();
            }

            Prefix(name, prefix);
            frame.Follow(declared);
            Value(fits ? datatype : StringDatatype.Untyped, name, fits ? value : new TypedValue(0, 0, literal));
            return;
        }

        Undeclared(ref frame, rule, _state.Names.Find(uri, localName), prefix, uri, localName, literal);
    }

    private void Undeclared(ref Frame frame, Rule rule, NameEntry? name, string prefix, string uri, string localName, string literal)
    {
        var type = name is null ? StringDatatype.Untyped : _state.TypeOfAttribute(name, rule);
        var fits = TryRepresent(type, literal, out var datatype, out var value);
        var production = Wildcard(rule, uri, fits ? RuleEvent.AttributeAny : RuleEvent.AttributeAnyUntyped);
        name = production.Event == RuleEvent.AttributeNamespace
            ? _state.Names.WriteLocalName(_sink, production.UriId, localName)
            : _state.Names.WriteName(_sink, uri, localName);
        if (production.Event == RuleEvent.AttributeAny)
        {
            StreamState.Learn(rule, RuleEvent.Attribute, name.Name, rule);
        }

        Prefix(name, prefix);
        frame.Follow(production);
        Value(fits ? datatype : StringDatatype.Untyped, name, fits ? value : new TypedValue(0, 0, literal));
    }

    /// <summary>Writes the code of the wildcard that an attribute matches: a declared one first.</summary>
    private Production Wildcard(Rule rule, string uri, RuleEvent kind)
    {
        if (kind == RuleEvent.AttributeAny)
        {
            var production = _state.Names.TryFindUri(uri, out var uriId) ? rule.Find(RuleEvent.AttributeNamespace, uriId) : null;
            production ??= rule.Find(RuleEvent.AttributeAny);
            if (production is not null)
            {
                rule.Write(_sink, production);
                return production;
            }
        }

        return rule.WriteSecond(_sink, kind) ?? throw Unencodable();
    }

    /// <summary>Writes xsi:type, and goes on with the rules of the type where it is known (EXI 1.0, 8.5.4.4).</summary>
    public void XsiType(string prefix, string literal, QualifiedValue type)
    {
        ref var frame = ref _state.Top;
        var attribute = _state.Names.EntryOf(_state.Names.Initial.XsiType);
        XsiCode(ref frame, RuleEvent.XsiType, attribute, prefix);
        NameEntry? name;
        if (_lexical)
        {
            StringDatatype.Untyped.Write(_sink, _state.Values, attribute, new TypedValue(0, 0, literal));
            name = _state.Names.Find(type.Uri, type.LocalName);
        }
        else
        {
            name = _state.Names.WriteName(_sink, type.Uri, type.LocalName);
            if (_prefixes)
            {
                _state.Names.WritePrefix(_sink, name.Name.UriId, type.Prefix ?? string.Empty);
            }
        }

        if (name is not null && _state.TypeRule(name.Name) is { } rule)
        {
            frame.MoveTo(rule);
        }
    }

    /// <summary>Writes xsi:nil. Without a schema it is an attribute like others.</summary>
    public void XsiNil(string prefix, string literal)
    {
        ref var frame = ref _state.Top;
        var rule = frame.Rule;
        if (rule.Learns)
        {
            Attribute(prefix, InitialNames.Xsi, "nil", literal);
            return;
        }

        var attribute = _state.Names.EntryOf(_state.Names.Initial.XsiNil);
        if (!s_boolean.TryParse(literal, out var value))
        {
            var untyped = rule.WriteSecond(_sink, RuleEvent.AttributeAnyUntyped) ?? throw Unencodable();
            _ = _state.Names.WriteName(_sink, InitialNames.Xsi, "nil");
            Prefix(attribute, prefix);
            frame.Follow(untyped);
            Untyped(attribute, literal);
            return;
        }

        // That an element is not nil goes without saying.
        if (value.Number == 0 && !_lexical)
        {
            return;
        }

        XsiCode(ref frame, RuleEvent.XsiNil, attribute, prefix);
        if (_lexical)
        {
            s_boolean.Lexical.Write(_sink, _state.Values, attribute, new TypedValue(0, 0, literal));
        }
        else
        {
            s_boolean.Write(_sink, _state.Values, attribute, value);
        }

        if (value.Number != 0 && rule.Empty is { } empty)
        {
            frame.MoveTo(empty());
        }
    }

    /// <summary>Writes the code of an attribute of xsi: its own, or as an attribute that was learned or that a wildcard admits.</summary>
    private void XsiCode(ref Frame frame, RuleEvent kind, NameEntry attribute, string prefix)
    {
        var rule = frame.Rule;
        if (rule.WriteSecond(_sink, kind) is null)
        {
            if (rule.Find(RuleEvent.Attribute, attribute.Name) is { } learned)
            {
                rule.Write(_sink, learned);
            }
            else
            {
                _ = Wildcard(rule, InitialNames.Xsi, RuleEvent.AttributeAny);
                StreamState.Learn(rule, RuleEvent.Attribute, attribute.Name, rule);
                _ = _state.Names.WriteName(_sink, attribute.Name.Uri, attribute.Name.LocalName);
            }
        }

        Prefix(attribute, prefix);
    }

    private void Prefix(NameEntry name, string prefix)
    {
        if (_prefixes)
        {
            _state.Names.WritePrefix(_sink, name.Name.UriId, prefix);
        }
    }
}
