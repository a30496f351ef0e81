namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>The options that decide which productions there are (EXI 1.0, 8.3).</summary>
internal readonly record struct RuleKey(bool IsStrict, bool Prefixes, bool SelfContained, bool Dtds, bool Comments, bool ProcessingInstructions)
{
    public static RuleKey Of(ExiOptions options) => new(
        options.IsStrict,
        options.Preserves(ExiPreserve.Prefixes),
        options.IsSelfContained,
        options.Preserves(ExiPreserve.Dtds),
        options.Preserves(ExiPreserve.Comments),
        options.Preserves(ExiPreserve.ProcessingInstructions));

    /// <summary>The production of comments and processing instructions, or none.</summary>
    public IEnumerable<Production> Remarks(Rule target)
    {
        var third = new List<Production>();
        if (Comments)
        {
            third.Add(new Production(RuleEvent.Comment) { Target = target });
        }

        if (ProcessingInstructions)
        {
            third.Add(new Production(RuleEvent.ProcessingInstruction) { Target = target });
        }

        return third.Count == 0 ? [] : [new Production(RuleEvent.Group) { Third = [.. third] }];
    }

    /// <summary>The production of entity references, or none.</summary>
    public IEnumerable<Production> Entities(Rule target) => Dtds ? [new Production(RuleEvent.EntityReference) { Target = target }] : [];

    /// <summary>The productions that only the beginning of a start tag has.</summary>
    public IEnumerable<Production> Opening(Rule rule)
    {
        if (Prefixes)
        {
            yield return new Production(RuleEvent.NamespaceDeclaration) { Target = rule };
        }

        if (SelfContained)
        {
            yield return new Production(RuleEvent.SelfContained) { Target = rule };
        }
    }
}
