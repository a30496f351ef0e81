namespace PairSettle.Exi.Interpreter.Events;

/// <summary>A value that is a qualified name.</summary>
/// <param name="Uri">The namespace.</param>
/// <param name="LocalName">The local name.</param>
/// <param name="Prefix">The prefix, or null where it is not preserved.</param>
internal sealed record QualifiedValue(string Uri, string LocalName, string? Prefix);
