using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>How a namespace qualifies its local declarations, and its prefix in the XML form.</summary>
internal sealed record NamespaceShape(string Uri, string? Prefix, bool ElementsQualified, bool AttributesQualified, EquatableArray<string> OtherNames);
