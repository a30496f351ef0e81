namespace PairSettle.Exi.Generator.Tests.Samples;

[ExiType("Point", SampleSchema.Namespace)]
internal readonly partial record struct Point
{
    [ExiElement]
    public required short X { get; init; }

    [ExiElement]
    public required short Y { get; init; }
}
