namespace PairSettle.Exi;

/// <summary>Characters in the content of an element that no annotated type describes.</summary>
/// <param name="Value">The characters.</param>
public sealed record ExiAnyText(string Value) : ExiAnyNode;
