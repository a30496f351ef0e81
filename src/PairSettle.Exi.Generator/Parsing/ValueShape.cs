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
}
