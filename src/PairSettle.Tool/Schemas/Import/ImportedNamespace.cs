namespace PairSettle.Tool.Schemas.Import;

/// <summary>A target namespace of the import closure.</summary>
/// <param name="Uri">The namespace.</param>
/// <param name="Constant">The name of the C# constant that holds it.</param>
/// <param name="Prefix">The prefix that its document gives it, or null.</param>
/// <param name="ElementsQualified">Whether local elements belong to it.</param>
/// <param name="AttributesQualified">Whether local attributes belong to it.</param>
internal sealed record ImportedNamespace(string Uri, string Constant, string? Prefix, bool ElementsQualified, bool AttributesQualified)
{
    /// <summary>The names that no annotation states and that count among those behind a wildcard: of simple types.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>The namespace of the local elements that a type of this namespace declares.</summary>
    public string OfElements => ElementsQualified ? Uri : string.Empty;

    /// <summary>The namespace of the local attributes that a type of this namespace declares.</summary>
    public string OfAttributes => AttributesQualified ? Uri : string.Empty;
}
