namespace PairSettle.Exi.Schema;

/// <summary>The type of an element: a simple type, or a complex type by its identity in the model.</summary>
/// <param name="SimpleType">The simple type, or null.</param>
/// <param name="ComplexType">The identity of the complex type, or null.</param>
internal readonly record struct TypeReference(SimpleType? SimpleType, string? ComplexType)
{
    public static TypeReference To(SimpleType type) => new(type, null);

    public static TypeReference To(string complexType) => new(null, complexType);
}
