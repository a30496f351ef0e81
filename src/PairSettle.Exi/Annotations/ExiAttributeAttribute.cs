namespace PairSettle.Exi;

/// <summary>Maps a property to an attribute. A nullable property is <c>use="optional"</c>.</summary>
/// <param name="name">The attribute's local name; by default the property's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiAttributeAttribute(string? name = null) : Attribute
{
    /// <summary>The attribute's local name, or null for the property's name.</summary>
    public string? Name { get; } = name;
}
