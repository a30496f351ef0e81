using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>The grammar of the content of every element of one type (EXI 1.0, 8.5.4).</summary>
/// <param name="TypeName">The name of the type.</param>
/// <param name="States">The states by index.</param>
/// <param name="ContentState">The state that follows all attributes, where content that the schema does not declare begins.</param>
internal sealed record TypeGrammar(QName TypeName, EquatableArray<GrammarState> States, int ContentState);
