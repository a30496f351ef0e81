using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>A class that is the codec of a schema.</summary>
/// <param name="Type">The class.</param>
/// <param name="Namespaces">The import closure, the schema's own namespace first.</param>
internal sealed record SchemaShape(TypeName Type, EquatableArray<string> Namespaces)
{
    public string TargetNamespace => Namespaces.Count == 0 ? string.Empty : Namespaces[0];
}
