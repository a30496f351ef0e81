namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>A run of enumerations without gaps.</summary>
[ExiType("switches", SampleSchema.Namespace)]
internal sealed partial record Switches
{
    [ExiElement]
    public required Switch First { get; init; }

    [ExiElement]
    public required Switch Second { get; init; }
}
