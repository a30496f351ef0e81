namespace PairSettle.Exi.Schema;

/// <summary>An attribute of a complex type.</summary>
internal sealed record AttributeUse
{
    public required QName Name { get; init; }

    public required SimpleType Type { get; init; }

    public bool IsRequired { get; init; }
}
