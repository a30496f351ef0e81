namespace PairSettle.Exi.Generator.Parsing;

/// <summary>The C# type of a property's value, or of the items of its list.</summary>
internal sealed record ValueShape
{
    public required ValueKind Kind { get; init; }

    public required TypeName Type { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>Whether other types derive from the record, so that an instance may be more than the schema admits.</summary>
    public bool IsOpen { get; init; }

    public EnumShape? Enumeration { get; init; }

    /// <summary>The items of a value that is a list itself.</summary>
    public ValueShape? Item { get; init; }

    /// <summary>Whether string tables keep the value, or its items.</summary>
    public bool IsText => Kind == ValueKind.String || Item is { IsText: true };

    /// <summary>Whether an element without characters has a value: no characters, no octets, no items.</summary>
    public bool HasEmpty => Kind is ValueKind.String or ValueKind.Bytes or ValueKind.List;
}
