using System.ComponentModel;

namespace PairSettle.Exi.Codecs;

/// <summary>An attribute in the relaxed grammar of elements in fragments.</summary>
/// <param name="Code">The event code.</param>
/// <param name="Prefix">The prefix of the XML form.</param>
/// <param name="LocalName">The local name.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="StringId">The number of the name in string tables.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExiRelaxedAttribute(int Code, string Prefix, string LocalName, string Namespace, int StringId);
