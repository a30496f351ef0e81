using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>
/// The grammar of fragments: one production for each distinct name of an element, global or local, then SE(*), then
/// the end of the fragment (EXI 1.0, 8.5.2).
/// </summary>
/// <param name="Elements">The names in the order of their codes.</param>
internal sealed record FragmentGrammar(EquatableArray<FragmentElement> Elements)
{
    public int Width => CodeWidth.Of(Elements.Count + 2);

    public int EndCode => Elements.Count + 1;

    public static FragmentGrammar Build(SchemaModel model) => new(model.Declarations()
        .GroupBy(declaration => declaration.Name)
        .OrderBy(declarations => declarations.Key)
        .Select(declarations => new FragmentElement(declarations.Key, declarations.Distinct().ToEquatable()))
        .ToEquatable());
}
