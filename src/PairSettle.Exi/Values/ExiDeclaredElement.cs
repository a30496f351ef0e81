namespace PairSettle.Exi;

/// <summary>An element that a wildcard admitted and that the schema declares globally, so that its value is typed.</summary>
public sealed record ExiDeclaredElement : ExiAnyElement
{
    /// <summary>
    /// The value: the annotated record of the element's type, or a <see cref="string"/> or <see cref="ExiBytes"/> for an
    /// element of a simple type.
    /// </summary>
    public required object Value { get; init; }
}
