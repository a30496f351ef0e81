namespace PairSettle.Exi;

/// <summary>
/// Makes a static partial class the codec of one schema: all annotated types and global elements of the named
/// namespaces. The document and the fragment grammar depend on the whole set, so adding one global element anywhere
/// renumbers every event code of the root (EXI 1.0, 8.5.1 and 8.5.2).
/// </summary>
/// <param name="namespaces">The schema's namespace first, then those that it imports, directly or not.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExiSchemaAttribute(params string[] namespaces) : Attribute
{
    /// <summary>The target namespaces of the schema's import closure; the first is the schema's own.</summary>
    public IReadOnlyList<string> Namespaces { get; } = namespaces;
}
