namespace PairSettle.Exi.Schema;

/// <summary>
/// What a set of schema documents declares, as far as it bears on EXI. It holds no trace of where it comes from, whether
/// annotated C# types or XML Schema documents.
/// </summary>
internal sealed record SchemaModel
{
    public required EquatableArray<GlobalElement> Elements { get; init; }

    public required EquatableArray<ComplexType> Types { get; init; }

    /// <summary>The global attributes, which attribute wildcards admit with their type.</summary>
    public EquatableArray<AttributeUse> Attributes { get; init; }

    /// <summary>The types that <c>xsi:type</c> may name, those of XML Schema included.</summary>
    public EquatableArray<NamedType> NamedTypes { get; init; }

    /// <summary>The part that some namespaces declare: the import closure of one schema.</summary>
    public SchemaModel Within(IEnumerable<string> namespaces)
    {
        var admitted = new HashSet<string>(namespaces, StringComparer.Ordinal);
        return new SchemaModel
        {
            Elements = Elements.Where(element => admitted.Contains(element.Name.Namespace)).ToEquatable(),
            Types = Types.Where(type => admitted.Contains(type.Name.Namespace)).ToEquatable(),
            Attributes = Attributes.Where(attribute => admitted.Contains(attribute.Name.Namespace)).ToEquatable(),
            NamedTypes = NamedTypes.Where(type => admitted.Contains(type.Name.Namespace)).ToEquatable(),
        };
    }
}
