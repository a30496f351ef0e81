namespace PairSettle.Exi;

/// <summary>
/// Maps a partial record (class or struct) to one complex type of a schema. Content particles are the properties in
/// declaration order, those of the base record first; a base record that is itself annotated is the type that the
/// schema extends. An abstract record is an abstract type.
/// </summary>
/// <param name="name">The type's name in the schema; for an anonymous type, the name of its element.</param>
/// <param name="targetNamespace">The namespace that declares the type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ExiTypeAttribute(string name, string targetNamespace) : Attribute
{
    /// <summary>The type's name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>The namespace that declares the type.</summary>
    public string TargetNamespace { get; } = targetNamespace;

    /// <summary>How the properties combine. The default is <see cref="ExiCompositor.Sequence"/>.</summary>
    public ExiCompositor Compositor { get; init; }

    /// <summary>
    /// Whether text may stand between the elements (<c>mixed="true"</c>); a property with <see cref="ExiMixedAttribute"/>
    /// holds it.
    /// </summary>
    public bool Mixed { get; init; }
}
