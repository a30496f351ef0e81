namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>The head of a substitution group.</summary>
[ExiType("Shape", SampleSchema.Namespace)]
[ExiGlobalElement("shape", SampleSchema.Namespace, Abstract = true)]
internal abstract partial record Shape
{
    [ExiElement]
    public string? Label { get; init; }
}

[ExiType("Circle", SampleSchema.Namespace)]
[ExiGlobalElement("circle", SampleSchema.Namespace, SubstitutionGroup = "shape")]
internal sealed partial record Circle : Shape
{
    [ExiElement]
    public required uint Radius { get; init; }
}

/// <summary>A member that another member derives from.</summary>
[ExiType("Polygon", SampleSchema.Namespace)]
[ExiGlobalElement("polygon", SampleSchema.Namespace, SubstitutionGroup = "shape")]
internal partial record Polygon : Shape
{
    [ExiElement(MinOccurs = 3, MaxOccurs = 8)]
    public required ExiList<Point> Corner { get; init; }
}

[ExiType("Arrow", SampleSchema.Namespace)]
[ExiGlobalElement("arrow", SampleSchema.Namespace, SubstitutionGroup = "polygon")]
internal sealed partial record Arrow : Polygon
{
    [ExiElement]
    public required bool Filled { get; init; }
}
