namespace PairSettle.Exi;

/// <summary>Declares a global element whose type is the annotated record.</summary>
/// <param name="name">The element's local name.</param>
/// <param name="targetNamespace">The namespace that declares it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ExiGlobalElementAttribute(string name, string targetNamespace) : Attribute
{
    /// <summary>The element's local name.</summary>
    public string Name { get; } = name;

    /// <summary>The namespace that declares it.</summary>
    public string TargetNamespace { get; } = targetNamespace;

    /// <summary>Whether the element is abstract: it keeps its event code, and an instance of it is refused.</summary>
    public bool Abstract { get; init; }

    /// <summary>The local name of the head of the substitution group that the element belongs to.</summary>
    public string? SubstitutionGroup { get; init; }

    /// <summary>The namespace of that head; by default the element's own.</summary>
    public string? SubstitutionGroupNamespace { get; init; }

    /// <summary>
    /// Whether the record is a message that stands alone as a document, and so carries
    /// <c>TryDecode</c>, <c>TryEncode</c> and the XML forms itself.
    /// </summary>
    public bool Root { get; init; }
}
