using System.ComponentModel;

namespace PairSettle.Exi.Codecs;

/// <summary>A place where a stream has another legal form than an encoder would choose.</summary>
/// <param name="BitOffset">The first bit of the form, counted from the start of the stream.</param>
/// <param name="Kind">The form.</param>
/// <param name="Identifier">The compact identifier of a reference to the string table; 0 for other forms.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ExiVariant(int BitOffset, ExiVariantKind Kind, int Identifier = 0);
