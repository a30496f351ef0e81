using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>A mapped property as it is written: no more than its attributes and its type say.</summary>
internal sealed record MemberShape
{
    public required string Property { get; init; }

    /// <summary>The type that declares the property.</summary>
    public required TypeName Declaring { get; init; }

    public required MemberKind Kind { get; init; }

    public required ValueShape Value { get; init; }

    public bool IsNullable { get; init; }

    public bool IsList { get; init; }

    /// <summary>The local name of the element or attribute.</summary>
    public required string Name { get; init; }

    public bool IsReference { get; init; }

    /// <summary>The namespace of a referenced element, where it is not that of the declaring type.</summary>
    public string? Namespace { get; init; }

    public int MinOccurs { get; init; } = 1;

    public int MaxOccurs { get; init; } = 1;

    public string? Choice { get; init; }

    public bool IsChoiceOptional { get; init; }

    /// <summary>The simple type that the C# type and the facets make, or null for a record.</summary>
    public SimpleType? Simple { get; init; }

    /// <summary>Whether the attribute is an identifier (<c>xs:ID</c>).</summary>
    public bool IsIdentifier { get; init; }

    /// <summary>Whether an identifier may be empty.</summary>
    public bool IsEmptyIdentifierAllowed { get; init; }

    /// <summary>Whether a wildcard excludes the target namespace.</summary>
    public bool IsOtherNamespace { get; init; }
}
