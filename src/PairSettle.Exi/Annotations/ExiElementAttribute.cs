namespace PairSettle.Exi;

/// <summary>
/// Maps a property to an element particle. A nullable property is optional, an <see cref="ExiList{T}"/> repeats.
/// A local element takes the namespace of the type that declares it where that namespace qualifies its elements.
/// </summary>
/// <param name="name">The element's local name; by default the property's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiElementAttribute(string? name = null) : Attribute
{
    /// <summary>The value of <see cref="MaxOccurs"/> for <c>maxOccurs="unbounded"</c>.</summary>
    public const int Unbounded = int.MaxValue;

    /// <summary>The element's local name, or null for the property's name.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// Whether the particle refers to a global element (<c>ref=</c>). A reference to the head of a substitution
    /// group admits every member of the group in its place. A reference from a property of a simple type declares
    /// that global element, because no record stands for it.
    /// </summary>
    public bool Reference { get; init; }

    /// <summary>The namespace of the referenced global element; by default that of the declaring type.</summary>
    public string? Namespace { get; init; }

    /// <summary>How often the element must occur at least, for a list. The default is 1.</summary>
    public int MinOccurs { get; init; } = 1;

    /// <summary>How often it may occur at most, for a list. The default is <see cref="Unbounded"/>.</summary>
    public int MaxOccurs { get; init; } = Unbounded;
}
