namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>Simple content with attributes, and texts that may be empty.</summary>
[ExiType("Text", SampleSchema.Namespace)]
[ExiGlobalElement("text", SampleSchema.Namespace, Root = true)]
internal sealed partial record Text
{
    [ExiText]
    [ExiLength(0, 8)]
    public required string Value { get; init; }

    [ExiAttribute]
    public string? Lang { get; init; }
}

[ExiType("Named", SampleSchema.Namespace)]
[ExiGlobalElement("named", SampleSchema.Namespace, Root = true)]
internal sealed partial record Named
{
    [ExiElement]
    [ExiLength(3, 5, AllowEmpty = true)]
    public required string Short { get; init; }

    [ExiElement]
    [ExiLength(3, 5)]
    public string? Strict { get; init; }

    [ExiElement]
    public required ExiBytes Octets { get; init; }
}
