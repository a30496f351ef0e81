namespace PairSettle.Exi.Schema;

/// <summary>A complex type with the attributes and the content of its base types included.</summary>
internal sealed record ComplexType
{
    /// <summary>What identifies the type in the model. Anonymous types have an identity too.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people know the type by; for an anonymous type, that of its element.</summary>
    public required QName Name { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Whether text may stand between the elements.</summary>
    public bool IsMixed { get; init; }

    public EquatableArray<AttributeUse> Attributes { get; init; }

    /// <summary>Which attributes may stand beside the declared ones, or null for none.</summary>
    public AttributeWildcard? AttributeWildcard { get; init; }

    /// <summary>The type of the text of simple content, or null for element content.</summary>
    public SimpleType? Text { get; init; }

    /// <summary>The element content, or null where there is none.</summary>
    public GroupParticle? Content { get; init; }
}
