namespace PairSettle.Exi;

/// <summary>
/// Maps a property to a model group particle; its type carries <see cref="ExiModelGroupAttribute"/>. A nullable property
/// is optional, an <see cref="ExiList{T}"/> repeats.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExiGroupAttribute : Attribute
{
    /// <summary>How often the group must occur at least, for a list. The default is 1.</summary>
    public int MinOccurs { get; init; } = 1;

    /// <summary>How often it may occur at most, for a list. The default is unbounded.</summary>
    public int MaxOccurs { get; init; } = ExiElementAttribute.Unbounded;
}
