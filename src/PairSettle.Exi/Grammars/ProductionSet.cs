using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>The declared productions of a state, numbered.</summary>
/// <param name="Productions">The productions in the order of their codes.</param>
internal sealed record ProductionSet(EquatableArray<Production> Productions)
{
    public int Count => Productions.Count;

    /// <summary>
    /// The bits of the first part of a code. A non-strict grammar has one code more, which begins what the schema does not declare
    /// (EXI 1.0, 8.5.4.4.1).
    /// </summary>
    public int Width => CodeWidth.Of(Count + 1);

    public Production? Find(EventKind kind) => Productions.FirstOrDefault(production => production.Kind == kind);
}
