using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>
/// The grammar of documents: one production for each global element of the import closure, then SE(*). The end of the
/// document has no bits (EXI 1.0, 8.5.1).
/// </summary>
/// <param name="Roots">The global elements in the order of their codes.</param>
internal sealed record DocumentGrammar(EquatableArray<GlobalElement> Roots)
{
    public int Width => CodeWidth.Of(Roots.Count + 1);

    public static DocumentGrammar Build(SchemaModel model) =>
        new(model.Elements.OrderBy(element => element.Name).ToEquatable());
}
