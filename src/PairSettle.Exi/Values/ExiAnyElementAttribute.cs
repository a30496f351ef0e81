namespace PairSettle.Exi;

/// <summary>An attribute of an <see cref="ExiUndeclaredElement"/>.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Value">The value as text.</param>
public readonly record struct ExiAnyElementAttribute(ExiQualifiedName Name, string Value);
