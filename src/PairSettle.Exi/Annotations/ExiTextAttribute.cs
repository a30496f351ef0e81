namespace PairSettle.Exi;

/// <summary>Maps a property to the character content of a complex type with simple content.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiTextAttribute : Attribute;
