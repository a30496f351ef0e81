namespace PairSettle.Exi;

/// <summary>
/// Puts neighbouring nullable properties into one choice: exactly one of them is present, or at most one where the
/// choice is optional.
/// </summary>
/// <param name="name">A name that the properties of one choice share within their type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiChoiceAttribute(string name) : Attribute
{
    /// <summary>The name that the properties of one choice share.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the whole choice may be absent (<c>minOccurs="0"</c>).</summary>
    public bool Optional { get; init; }
}
