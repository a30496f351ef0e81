namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>References to a substitution group and to global elements, and a type that contains itself.</summary>
[ExiType("Drawing", SampleSchema.Namespace)]
[ExiGlobalElement("drawing", SampleSchema.Namespace, Root = true)]
internal sealed partial record Drawing
{
    [ExiElement("title", Reference = true)]
    [ExiLength(1, 20)]
    public string? Title { get; init; }

    [ExiElement("shape", Reference = true, MinOccurs = 0, MaxOccurs = 3)]
    public ExiList<Shape> Shapes { get; init; }

    [ExiElement("drawing", Reference = true)]
    public Drawing? Inset { get; init; }
}
