namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>Repetitions of all kinds.</summary>
[ExiType("lists", SampleSchema.Namespace)]
[ExiGlobalElement("lists", SampleSchema.Namespace, Root = true)]
internal sealed partial record Lists
{
    [ExiElement(MaxOccurs = 3)]
    public required ExiList<Color> UpToThree { get; init; }

    [ExiElement(MinOccurs = 2, MaxOccurs = 4)]
    public required ExiList<string> TwoToFour { get; init; }

    [ExiElement(MinOccurs = 0)]
    public ExiList<Point> AnyNumber { get; init; }

    [ExiElement(MinOccurs = 0, MaxOccurs = 1024)]
    public ExiList<byte> Many { get; init; }
}
