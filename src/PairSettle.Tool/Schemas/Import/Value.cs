namespace PairSettle.Tool.Schemas.Import;

/// <summary>What holds the values of a simple type.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Annotations">The attributes that hold the facets.</param>
/// <param name="IsFixedSize">Whether every value has the same few octets.</param>
internal sealed record Value(string Type, IReadOnlyList<string> Annotations, bool IsFixedSize);
