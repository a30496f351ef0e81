using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>Finds the blocks that are reached by a jump, and so need a label.</summary>
internal sealed class JumpTargets
{
    private readonly Layout _layout;

    public JumpTargets(Layout layout)
    {
        _layout = layout;
        foreach (var state in layout.Plan.Grammar.States)
        {
            var isPlain = state.AtMaximum is null && state.BelowMinimum is null;
            Visit(state.Productions, state.Index, isPlain);
            Visit(state.AtMaximum, state.Index, false);
            Visit(state.BelowMinimum, state.Index, false);
        }
    }

    public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);

    public static bool HasSubstitutes(Layout layout, Production production) =>
        production.Position >= 0 && layout.Terms[production.Position].HasSubstitutes;

    /// <summary>
    /// The text that a state declares and that may be missing altogether, where its code is not read together with it:
    /// attributes may stand before the text, so its block is jumped to.
    /// </summary>
    public Layout.Term? OptionalText(ProductionSet productions) =>
        productions.Find(EventKind.Characters) is { } production && _layout.Terms[production.Position] is { } text
        && text.Member.Value.HasEmpty
        && (productions.Count > 1 || Labels.Contains(text.Label))
            ? text
            : null;

    private void Visit(ProductionSet? productions, int state, bool isPlain)
    {
        if (productions is null || (state > 0 && _layout.Terms[state - 1].Member.Kind is Parsing.MemberKind.Text))
        {
            return;
        }

        foreach (var production in productions.Productions)
        {
            if (production.Kind is EventKind.UntypedCharacters || (production.IsAbstract && !HasSubstitutes(_layout, production)))
            {
                continue;
            }

            // The next block in the text is reached without a jump.
            var target = production.Kind == EventKind.EndElement ? _layout.Terms.Count : production.Position;
            if (target != state)
            {
                Labels.Add(production.Kind == EventKind.EndElement ? _layout.EndLabel : _layout.Terms[target].Label);
            }
        }
    }
}
