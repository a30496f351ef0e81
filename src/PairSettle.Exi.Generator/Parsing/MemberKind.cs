namespace PairSettle.Exi.Generator.Parsing;

/// <summary>What a property maps to.</summary>
internal enum MemberKind
{
    Element,
    Attribute,
    Text,
    Any,
    Mixed,
    Group,
}
