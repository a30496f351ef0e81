namespace PairSettle.Tool.Schemas.Import;

/// <summary>Where properties are being laid out.</summary>
/// <param name="Namespace">The namespace that declares the type.</param>
/// <param name="Owner">The C# name of the record.</param>
/// <param name="Component">The schema's name of the type, for reports.</param>
/// <param name="Members">The names of the record's members.</param>
internal sealed record Level(ImportedNamespace Namespace, string Owner, string Component, Names Members)
{
    /// <summary>The choices that the record itself holds.</summary>
    public List<string> Choices { get; init; } = [];

    /// <summary>A name for the next choice.</summary>
    public string NextChoice()
    {
        var name = Choices.Count == 0 ? "choice" : $"choice{Annotation.Number(Choices.Count + 1)}";
        Choices.Add(name);
        return name;
    }
}
