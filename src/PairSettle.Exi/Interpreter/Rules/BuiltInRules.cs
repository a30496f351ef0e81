namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>The grammars that need no schema (EXI 1.0, 8.4). Elements and fragments learn, so each stream has its own.</summary>
internal static class BuiltInRules
{
    /// <summary>The first rule of an element (8.4.3).</summary>
    public static Rule Element(RuleKey key)
    {
        var content = new Rule { Learns = true };
        content.Add(new Production(RuleEvent.EndElement));
        content.Second = [.. ChildContent(key, content)];
        var start = new Rule { Learns = true, Content = content };
        start.Second =
        [
            new Production(RuleEvent.EndElement),
            new Production(RuleEvent.AttributeAny) { Target = start },
            .. key.Opening(start),
            .. ChildContent(key, content),
        ];
        return start;
    }

    /// <summary>A fragment (8.4.2).</summary>
    public static Rule Fragment(RuleKey key)
    {
        var rule = new Rule { Learns = true };
        rule.Add(new Production(RuleEvent.EndDocument));
        rule.Add(new Production(RuleEvent.StartElementAny) { Target = rule });
        rule.Second = [.. key.Remarks(rule)];
        return rule;
    }

    /// <summary>What may follow the root of a document (8.4.1).</summary>
    public static Rule DocumentEnd(RuleKey key)
    {
        var rule = new Rule();
        rule.Add(new Production(RuleEvent.EndDocument));
        rule.Second = [.. key.Remarks(rule)];
        return rule;
    }

    /// <summary>A document before its root, which is one of those that are given, or any (8.4.1 and 8.5.1).</summary>
    public static Rule Document(RuleKey key, IEnumerable<Production> roots)
    {
        var rule = new Rule();
        var end = DocumentEnd(key);
        foreach (var root in roots.Append(new Production(RuleEvent.StartElementAny)))
        {
            root.Target = end;
            rule.Add(root);
        }

        rule.Second = [.. key.Dtds ? [new Production(RuleEvent.DocumentType) { Target = rule }] : (Production[])[], .. key.Remarks(rule)];
        return rule;
    }

    private static IEnumerable<Production> ChildContent(RuleKey key, Rule content) =>
    [
        new Production(RuleEvent.StartElementAny) { Target = content },
        new Production(RuleEvent.UntypedCharacters) { Target = content },
        .. key.Entities(content),
        .. key.Remarks(content),
    ];
}
