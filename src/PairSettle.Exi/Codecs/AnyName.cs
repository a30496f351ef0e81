namespace PairSettle.Exi.Codecs;

/// <summary>The name of an element or attribute behind a wildcard, with what a stream knows about it.</summary>
/// <param name="name">The name.</param>
/// <param name="number">The number of the name among those of its namespace, or -1.</param>
/// <param name="stringId">The number of the name in the partitions of values.</param>
/// <param name="declaration">The global element of this name, or null.</param>
internal sealed class AnyName(ExiQualifiedName name, int number, int stringId, ExiElement? declaration)
{
    public ExiQualifiedName Name { get; } = name;

    /// <summary>The number of the name among those of its namespace, or -1 until the stream has given it one.</summary>
    public int Number { get; set; } = number;

    public int StringId { get; } = stringId;

    public ExiElement? Declaration { get; } = declaration;

    /// <summary>
    /// The built-in grammar that all undeclared elements of this name share (EXI 1.0, 8.4.3), before content: at first
    /// everything stands behind the escape.
    /// </summary>
    public LearnedState Start => field ??= new(isStart: true);

    /// <summary>The grammar once content has begun: EE is there from the beginning, and no attribute may come.</summary>
    public LearnedState Content => field ??= new(isStart: false);
}
