using PairSettle.Exi.Grammars;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// What decoders and encoders emit alike for a state: the label to which text of mixed content leads back, and where the term that the state
/// follows repeats, one set of productions while it is below its minimum, one once it is at its maximum, and one between.
/// </summary>
/// <param name="code">Where to.</param>
/// <param name="layout">The type.</param>
/// <param name="mixed">Its text.</param>
/// <param name="counted">The expression for how often a term occurred.</param>
/// <param name="flush">Emits the bits that wait.</param>
/// <param name="emitSet">Emits a set of productions: after which position, and whether its zero bits may wait for what comes next.</param>
internal sealed class StateEmitter(
    CodeWriter code, Layout layout, MixedSnippets mixed, Func<Layout.Term, string> counted, Action flush, Action<ProductionSet, int, bool> emitSet)
{
    public void Emit(GrammarState state)
    {
        if (mixed.IsTarget(state))
        {
            flush();
            code.Line();
            mixed.Label(state);
        }

        var position = state.Index - 1;
        if (state.Repetition is not { } repetition || (state.AtMaximum is null && state.BelowMinimum is null))
        {
            emitSet(state.Productions, position, true);
            return;
        }

        flush();
        code.Line();
        var count = counted(layout.Terms[position]);
        var otherwise = string.Empty;
        if (state.BelowMinimum is { } below)
        {
            Branch($"if ({count} < {repetition.Minimum})", below, position);
            otherwise = "else ";
        }

        if (state.AtMaximum is { } full)
        {
            Branch($"{otherwise}if ({count} < {repetition.Maximum})", state.Productions, position);
            Branch("else", full, position);
        }
        else
        {
            Branch("else", state.Productions, position);
        }

        code.Line();
    }

    private void Branch(string header, ProductionSet productions, int position)
    {
        code.Open(header);
        emitSet(productions, position, false);
        code.Close();
    }
}
