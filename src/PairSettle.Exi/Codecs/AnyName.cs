namespace PairSettle.Exi.Codecs;

/// <summary>The name of an element or attribute behind a wildcard, with what a stream knows about it.</summary>
/// <param name="name">The name.</param>
/// <param name="stringId">The number of the name in the partitions of values.</param>
/// <param name="declaration">The global element of this name, or null.</param>
internal sealed class AnyName(ExiQualifiedName name, int stringId, ExiElement? declaration)
{
    public ExiQualifiedName Name { get; } = name;

    public int StringId { get; } = stringId;

    public ExiElement? Declaration { get; } = declaration;

    /// <summary>The grammar that all undeclared elements of this name share.</summary>
    public LearnedGrammar Grammar => field ??= new();
}
