namespace PairSettle.Exi;

/// <summary>
/// Maps a property to an element wildcard (<c>xs:any</c>). An <see cref="ExiList{T}"/> of <see cref="ExiAnyElement"/>
/// repeats; a single <see cref="ExiAnyElement"/> occurs once, or at most once where it is nullable.
/// </summary>
/// <param name="scope">The namespaces that the wildcard admits.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiAnyAttribute(ExiWildcardScope scope) : Attribute
{
    /// <summary>The namespaces that the wildcard admits.</summary>
    public ExiWildcardScope Scope { get; } = scope;

    /// <summary>How often it must match at least, for a list. The default is 0.</summary>
    public int MinOccurs { get; init; }

    /// <summary>How often it may match at most, for a list. The default is unbounded.</summary>
    public int MaxOccurs { get; init; } = ExiElementAttribute.Unbounded;
}
