namespace PairSettle.Exi;

/// <summary>Text between the child elements of an element with mixed content.</summary>
/// <param name="Position">How many child elements stand before the text.</param>
/// <param name="Value">The characters.</param>
public readonly record struct ExiMixedText(int Position, string Value);
