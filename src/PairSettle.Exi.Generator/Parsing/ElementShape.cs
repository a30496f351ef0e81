using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>A global element that a type declares.</summary>
internal sealed record ElementShape(QName Name, bool IsAbstract, QName? SubstitutionHead, bool IsRoot);
