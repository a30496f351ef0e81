namespace PairSettle.Tool.Schemas.Import;

/// <summary>All that is written for one schema.</summary>
/// <param name="CSharpNamespace">The C# namespace.</param>
/// <param name="Class">The name of the class that is the codec.</param>
/// <param name="Namespaces">The import closure, the schema's own namespace first.</param>
/// <param name="Types">Records and enumerations in the order of their names.</param>
internal sealed record ImportedSchema(
    string CSharpNamespace, string Class, IReadOnlyList<ImportedNamespace> Namespaces, IReadOnlyList<ImportedType> Types);
