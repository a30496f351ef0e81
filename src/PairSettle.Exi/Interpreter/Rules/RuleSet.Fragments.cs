using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Values;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Rules;

internal sealed partial class RuleSet
{
    /// <summary>The rule of fragments (EXI 1.0, 8.5.2).</summary>
    private Rule BuildFragment()
    {
        var rule = new Rule();
        foreach (var element in Elements(rule))
        {
            rule.Add(element);
        }

        rule.Add(new Production(RuleEvent.StartElementAny) { Target = rule });
        rule.Add(new Production(RuleEvent.EndDocument));
        rule.Second = [.. Key.Remarks(rule)];
        return rule;
    }

    /// <summary>Every name that an element may have; one that is declared in several ways has the relaxed grammar.</summary>
    private IEnumerable<Production> Elements(Rule target) =>
        FragmentGrammar.Build(_schema!.Model).Elements.Select(element => new Production(RuleEvent.StartElement)
        {
            Name = NameOf(element.Name),
            Element = element.Declarations is [var declaration]
                ? () => ElementRule(declaration.Type, declaration.IsNillable)
                : () => Once(ref _relaxed, BuildRelaxed),
            Target = target,
        });

    /// <summary>The relaxed grammar of an element: declared attributes and elements in any order (8.5.3).</summary>
    private Rule BuildRelaxed()
    {
        var content = new Rule();
        foreach (var production in Elements(content))
        {
            content.Add(production);
        }

        AddEnd(content, content);
        var start = RelaxedAttributes(content);
        foreach (var production in Elements(content))
        {
            start.Add(production);
        }

        AddEnd(start, content);
        var emptyContent = new Rule();
        emptyContent.Add(new Production(RuleEvent.EndElement));
        var empty = RelaxedAttributes(emptyContent);
        empty.Add(new Production(RuleEvent.EndElement));
        start.Empty = () => empty;
        if (Key.IsStrict)
        {
            start.Second = [new Production(RuleEvent.XsiType) { Target = start }, new Production(RuleEvent.XsiNil) { Target = start }];
            return start;
        }

        empty.Empty = () => empty;
        start.Second = [.. TypeRules.Undeclared(Key, start, true, true)];
        content.Second = [.. TypeRules.Undeclared(Key, content, false, false)];
        empty.Second = [.. TypeRules.Undeclared(Key, empty, true, true)];
        emptyContent.Second = [.. TypeRules.Undeclared(Key, emptyContent, false, false)];
        return start;
    }

    private Rule RelaxedAttributes(Rule content)
    {
        var rule = new Rule { Content = content };
        var attributes = _schema!.Model.Types.SelectMany(type => type.Attributes).Concat(_schema.Model.Attributes)
            .GroupBy(attribute => attribute.Name)
            .OrderBy(same => same.Key);
        foreach (var same in attributes)
        {
            var types = same.Select(attribute => attribute.Type).Distinct().ToList();
            rule.Add(new Production(RuleEvent.Attribute)
            {
                Name = NameOf(same.Key),
                Datatype = types is [var type] ? Datatypes.Of(type) : StringDatatype.Untyped,
                Target = rule,
            });
        }

        rule.Add(new Production(RuleEvent.AttributeAny) { Target = rule });
        return rule;
    }

    private static void AddEnd(Rule rule, Rule content)
    {
        rule.Add(new Production(RuleEvent.StartElementAny) { Target = content });
        rule.Add(new Production(RuleEvent.EndElement));
        rule.Add(new Production(RuleEvent.UntypedCharacters) { Target = content });
    }
}
