namespace PairSettle.Exi;

/// <summary>
/// States how local declarations of one target namespace are qualified, as <c>elementFormDefault</c> and
/// <c>attributeFormDefault</c> do in its schema document.
/// </summary>
/// <param name="uri">The target namespace.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ExiNamespaceAttribute(string uri) : Attribute
{
    /// <summary>The target namespace.</summary>
    public string Uri { get; } = uri;

    /// <summary>The prefix that the XML form writes for this namespace.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether local elements belong to the namespace. The default is true.</summary>
    public bool ElementsQualified { get; init; } = true;

    /// <summary>Whether local attributes belong to the namespace. The default is false.</summary>
    public bool AttributesQualified { get; init; }

    /// <summary>
    /// The names that the schema declares and no annotation states: those of its simple types. Like all others they take
    /// part in the numbers that names have behind a wildcard (EXI 1.0, D.3).
    /// </summary>
    public string[] OtherNames { get; init; } = [];
}
