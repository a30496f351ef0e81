namespace PairSettle.Exi.Schema;

/// <summary>A type that <c>xsi:type</c> may name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="Base">The name of the type that it is derived from directly, or null where that has none.</param>
internal sealed record NamedType(QName Name, TypeReference Type, QName? Base);
