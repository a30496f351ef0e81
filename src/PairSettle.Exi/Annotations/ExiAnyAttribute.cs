namespace PairSettle.Exi;

/// <summary>Maps a property to an element wildcard (<c>xs:any</c>).</summary>
/// <param name="scope">The namespaces that the wildcard admits.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiAnyAttribute(ExiWildcardScope scope) : Attribute
{
    /// <summary>The namespaces that the wildcard admits.</summary>
    public ExiWildcardScope Scope { get; } = scope;

    /// <summary>How often it must match at least. The default is 0.</summary>
    public int MinOccurs { get; init; }

    /// <summary>How often it may match at most. The default is unbounded.</summary>
    public int MaxOccurs { get; init; } = ExiElementAttribute.Unbounded;
}
