using System.Numerics;

namespace PairSettle.Exi.Generator.Tests.Samples;

/// <summary>Datatypes that have an object of their own.</summary>
[ExiType("values", SampleSchema.Namespace)]
[ExiGlobalElement("values", SampleSchema.Namespace, Root = true)]
internal sealed partial record Values
{
    [ExiElement]
    public required ExiDecimal Decimal { get; init; }

    [ExiElement]
    public required ExiFloat Float { get; init; }

    [ExiElement]
    public ExiDateTime? Moment { get; init; }

    [ExiElement]
    [ExiCharacters("ABC")]
    [ExiLength(0, 5)]
    public required string Letters { get; init; }

    [ExiElement]
    [ExiItems(0, 3)]
    public required ExiList<Color> Colors { get; init; }

    [ExiElement(MinOccurs = 0, MaxOccurs = 2)]
    [ExiItems]
    [ExiLength(1, 4)]
    public ExiList<ExiList<string>> Words { get; init; }

    [ExiElement]
    [ExiRange("-1", "18446744073709551615")]
    public required BigInteger Wide { get; init; }

    [ExiAttribute]
    [ExiItems]
    public ExiList<ushort>? Ports { get; init; }
}
