using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>
/// Turns the grammar of one type into rules, and adds the productions for what the schema does not declare
/// (EXI 1.0, 8.5.4.4).
/// </summary>
internal sealed class TypeRules
{
    private readonly RuleSet _set;
    private readonly TypeGrammar _grammar;
    private readonly Rule[] _rules;
    private readonly Rule _content = new();

    private TypeRules(RuleSet set, TypeGrammar grammar)
    {
        _set = set;
        _grammar = grammar;
        _rules = grammar.States.Select(state => new Rule { Repetition = state.Repetition }).ToArray();
    }

    /// <summary>Builds the rules of a type.</summary>
    /// <param name="set">The rules that they become part of.</param>
    /// <param name="grammar">The grammar of the type.</param>
    /// <param name="mayCast">Whether a strict grammar admits xsi:type.</param>
    /// <param name="empty">Finds the first rule of the empty form, where a strict grammar admits xsi:nil; null where not.</param>
    /// <returns>The first rule.</returns>
    public static Rule Build(RuleSet set, TypeGrammar grammar, bool mayCast, Func<Rule>? empty)
    {
        var rules = new TypeRules(set, grammar);
        foreach (var state in grammar.States)
        {
            rules.Fill(state);
        }

        var first = rules._rules[0];
        first.Empty = empty;
        rules.FillContent();
        rules.AddUndeclared(mayCast);
        return first;
    }

    private void Fill(GrammarState state)
    {
        var rule = _rules[state.Index];
        Fill(rule, state, state.Productions);
        if (state.BelowMinimum is { } below)
        {
            Fill(rule.BelowMinimum = new Rule { Repetition = state.Repetition }, state, below);
        }

        if (state.AtMaximum is { } atMaximum)
        {
            Fill(rule.AtMaximum = new Rule { Repetition = state.Repetition }, state, atMaximum);
        }
    }

    /// <summary>The state after the attributes once more, for content that has begun: no attribute may follow.</summary>
    private void FillContent()
    {
        var state = _grammar.States[_grammar.ContentState];
        foreach (var production in state.Productions.Productions)
        {
            if (production.Kind is not (EventKind.Attribute or EventKind.AttributeNamespace or EventKind.AttributeAny))
            {
                _content.Add(Convert(production, _content, state));
            }
        }
    }

    private void Fill(Rule rule, GrammarState state, ProductionSet productions)
    {
        foreach (var production in productions.Productions)
        {
            rule.Add(Convert(production, rule, state));
        }
    }

    private Production Convert(Grammars.Production production, Rule rule, GrammarState state)
    {
        var target = production.Kind switch
        {
            EventKind.EndElement => null,
            EventKind.UntypedCharacters => state.AdmitsAttributes ? _content : rule,
            EventKind.AttributeAny or EventKind.AttributeNamespace => rule,
            _ => _rules[production.Target],
        };
        return production.Kind switch
        {
            EventKind.Attribute => new Production(RuleEvent.Attribute)
            {
                Name = _set.NameOf(production.Name),
                Datatype = _set.Datatypes.Of(production.Type.SimpleType!),
                Target = target,
            },
            EventKind.AttributeNamespace => new Production(RuleEvent.AttributeNamespace) { UriId = _set.UriOf(production.Name), Target = target },
            EventKind.AttributeAny => new Production(RuleEvent.AttributeAny) { Target = target },
            EventKind.StartElement => new Production(RuleEvent.StartElement)
            {
                Name = _set.NameOf(production.Name),
                Element = () => _set.ElementRule(production.Type, production.IsNillable),
                Target = target,
                Repeats = Repeats(production, state),
            },
            EventKind.StartElementNamespace => new Production(RuleEvent.StartElementNamespace)
            {
                UriId = _set.UriOf(production.Name),
                Target = target,
                Repeats = Repeats(production, state),
            },
            EventKind.StartElementAny => new Production(RuleEvent.StartElementAny) { Target = target, Repeats = Repeats(production, state) },
            EventKind.EndElement => new Production(RuleEvent.EndElement),
            EventKind.Characters => new Production(RuleEvent.Characters) { Datatype = _set.Datatypes.Of(production.Type.SimpleType!), Target = target },
            _ => new Production(RuleEvent.UntypedCharacters) { Target = target },
        };
    }

    private static bool Repeats(Grammars.Production production, GrammarState state) => production.Target == state.Index && state.Repetition is not null;

    private void AddUndeclared(bool mayCast)
    {
        if (_set.Key.IsStrict)
        {
            var first = _rules[0];
            var second = new List<Production>();
            if (mayCast)
            {
                second.Add(new Production(RuleEvent.XsiType) { Target = first });
            }

            if (first.Empty is not null)
            {
                second.Add(new Production(RuleEvent.XsiNil) { Target = first });
            }

            first.Second = [.. second];
            return;
        }

        AddUndeclared(_content, false, false);
        foreach (var state in _grammar.States)
        {
            var rule = _rules[state.Index];
            foreach (var variant in new[] { rule, rule.BelowMinimum, rule.AtMaximum })
            {
                if (variant is not null)
                {
                    AddUndeclared(variant, state.Index == 0, state.AdmitsAttributes);
                }
            }
        }
    }

    private void AddUndeclared(Rule rule, bool isFirst, bool admitsAttributes)
    {
        rule.Content = admitsAttributes ? _content : null;
        rule.Second = [.. Undeclared(_set.Key, rule, isFirst, admitsAttributes)];
    }

    /// <summary>The productions behind the escape of a grammar that is not strict.</summary>
    public static IEnumerable<Production> Undeclared(RuleKey key, Rule rule, bool isFirst, bool admitsAttributes)
    {
        var content = rule.Content ?? rule;
        if (rule.Find(RuleEvent.EndElement) is null)
        {
            yield return new Production(RuleEvent.EndElement);
        }

        if (isFirst)
        {
            yield return new Production(RuleEvent.XsiType) { Target = rule };
            yield return new Production(RuleEvent.XsiNil) { Target = rule };
        }

        if (admitsAttributes)
        {
            yield return new Production(RuleEvent.AttributeAny) { Target = rule };
            var untyped = new List<Production>();
            for (var code = 0; code < rule.Count; code++)
            {
                if (rule[code] is { Event: RuleEvent.Attribute } declared)
                {
                    untyped.Add(new Production(RuleEvent.AttributeUntyped) { Name = declared.Name, Target = declared.Target });
                }
            }

            untyped.Add(new Production(RuleEvent.AttributeAnyUntyped) { Target = rule });
            yield return new Production(RuleEvent.Group) { Third = [.. untyped] };
        }

        if (isFirst)
        {
            foreach (var production in key.Opening(rule))
            {
                yield return production;
            }
        }

        yield return new Production(RuleEvent.StartElementAny) { Target = content };
        yield return new Production(RuleEvent.UntypedCharacters) { Target = content };
        foreach (var production in key.Entities(content).Concat(key.Remarks(content)))
        {
            yield return production;
        }
    }
}
