namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>Attributes out of order, a run of optional elements before a mandatory one, and one at the end.</summary>
[ExiType("options", SampleSchema.Namespace)]
[ExiGlobalElement("options", SampleSchema.Namespace, Root = true)]
internal sealed partial record Options
{
    [ExiAttribute("zulu")]
    public string? Zulu { get; init; }

    [ExiAttribute("alpha")]
    public required uint Alpha { get; init; }

    [ExiAttribute("mike")]
    public Color? Mike { get; init; }

    [ExiElement]
    public string? First { get; init; }

    [ExiElement]
    public ExiBytes? Second { get; init; }

    [ExiElement]
    public required Only Third { get; init; }

    [ExiElement]
    [ExiLength(2, 4)]
    [ExiHex]
    public ExiBytes? Fourth { get; init; }
}
