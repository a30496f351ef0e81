namespace PairSettle.Exi;

/// <summary>
/// Maps a property, an <see cref="ExiList{T}"/> of <see cref="ExiMixedText"/>, to the text between the elements of a type
/// with mixed content. Without such a property text is refused there.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiMixedAttribute : Attribute;
