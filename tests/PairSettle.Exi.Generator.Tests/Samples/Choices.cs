namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>A choice inside a sequence, an optional choice, and groups that repeat or may be absent.</summary>
[ExiType("choices", SampleSchema.Namespace)]
[ExiGlobalElement("choices", SampleSchema.Namespace, Root = true)]
internal sealed partial record Choices
{
    [ExiElement]
    [ExiChoice("one")]
    public uint? Number { get; init; }

    [ExiElement]
    [ExiChoice("one")]
    public string? Text { get; init; }

    [ExiElement(MaxOccurs = 2)]
    [ExiChoice("one")]
    public ExiList<Point> Points { get; init; }

    [ExiElement]
    [ExiChoice("two", Optional = true)]
    public bool? Yes { get; init; }

    [ExiElement]
    [ExiChoice("two", Optional = true)]
    public Color? Maybe { get; init; }

    [ExiGroup]
    public Pair? Pair { get; init; }

    [ExiGroup(MinOccurs = 0)]
    public ExiList<Entry> Entries { get; init; }

    [ExiElement]
    public required uint Last { get; init; }
}

[ExiModelGroup(ExiCompositor.Sequence, SampleSchema.Namespace)]
internal sealed partial record Pair
{
    [ExiElement]
    public required uint Left { get; init; }

    [ExiElement]
    public uint? Right { get; init; }
}

[ExiModelGroup(ExiCompositor.Choice, SampleSchema.Namespace)]
internal sealed partial record Entry
{
    [ExiElement]
    public string? Key { get; init; }

    [ExiElement]
    public Point? Place { get; init; }

    [ExiAny(ExiWildcardScope.Other)]
    public ExiAnyElement? Other { get; init; }
}
