using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>An enumeration and the literals of its members in order.</summary>
internal sealed record EnumShape(TypeName Type, EquatableArray<string> Literals);
