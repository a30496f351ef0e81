using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>A name that an element in a fragment may have.</summary>
/// <param name="Name">The name.</param>
/// <param name="Declarations">The distinct declarations of it. More than one make its grammar the relaxed one.</param>
internal sealed record FragmentElement(QName Name, EquatableArray<ElementDeclaration> Declarations);
