using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>
/// The relaxed grammar of an element in a fragment whose name the schema declares with several types: any declared
/// attributes and elements in any order (EXI 1.0, 8.5.3).
/// </summary>
/// <param name="Attributes">The names of all attributes in the order of their codes.</param>
/// <param name="ElementCount">The number of distinct names of elements.</param>
internal sealed record ElementFragmentGrammar(EquatableArray<QName> Attributes, int ElementCount)
{
    /// <summary>The number of productions before content: AT(qname)…, AT(*), SE(qname)…, SE(*), EE, CH.</summary>
    public int StartCount => Attributes.Count + ElementCount + 4;

    public int StartWidth => CodeWidth.Of(StartCount + 1);

    public int StartEndElement => Attributes.Count + ElementCount + 2;

    public int StartCharacters => Attributes.Count + ElementCount + 3;

    /// <summary>The number of productions after content has begun: SE(qname)…, SE(*), EE, CH.</summary>
    public int ContentCount => ElementCount + 3;

    public int ContentWidth => CodeWidth.Of(ContentCount + 1);

    public int ContentEndElement => ElementCount + 1;

    public static ElementFragmentGrammar Build(SchemaModel model) => new(
        model.Types.SelectMany(type => type.Attributes).Concat(model.Attributes).Select(attribute => attribute.Name).Distinct().OrderBy(name => name).ToEquatable(),
        FragmentGrammar.Build(model).Elements.Count);
}
