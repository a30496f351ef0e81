using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>What an event means for the groups around the terms that it connects.</summary>
internal static class GroupMoves
{
    /// <summary>The groups that an event leaves or begins anew, the innermost first.</summary>
    public static IEnumerable<Layout.Group> Closed(Layout layout, int from, Production production)
    {
        var source = layout.Terms[from].Path;
        var kept = Kept(layout, from, production);
        return source.Skip(kept).Reverse();
    }

    /// <summary>How many groups, from the outermost on, go on through an event.</summary>
    public static int Kept(Layout layout, int from, Production production)
    {
        if (from < 0 || production.Kind == EventKind.EndElement)
        {
            return 0;
        }

        var source = layout.Terms[from].Path;
        if (production.Kind == EventKind.UntypedCharacters)
        {
            return source.Count;
        }

        if (production.RepeatedGroup >= 0)
        {
            return source.TakeWhile(group => group.Number != production.RepeatedGroup).Count();
        }

        var target = layout.Terms[production.Position].Path;
        return source.Zip(target, (left, right) => left == right).TakeWhile(same => same).Count();
    }

    /// <summary>The events of a state as the specification writes them; a substitution group by its head.</summary>
    public static string Describe(Layout layout, ProductionSet productions)
    {
        var events = new List<string>();
        var last = -1;
        foreach (var production in productions.Productions)
        {
            if (production.Position >= 0 && production.Position == last)
            {
                continue;
            }

            last = production.Position;
            events.Add(JumpTargets.HasSubstitutes(layout, production)
                ? $"SE({layout.Terms[production.Position].XmlName} and its substitutes)"
                : GrammarText.Event(production));
        }

        return string.Join(" | ", events);
    }
}
