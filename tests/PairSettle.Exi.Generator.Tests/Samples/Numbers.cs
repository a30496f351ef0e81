using System.Numerics;

namespace PairSettle.Exi.Generator.Tests.Samples;

[ExiType("numbers", SampleSchema.Namespace)]
[ExiGlobalElement("numbers", SampleSchema.Namespace, Root = true)]
internal sealed partial record Numbers
{
    [ExiElement]
    [ExiRange(0, 4095)]
    public required ushort LargestBounded { get; init; }

    [ExiElement]
    [ExiRange(0, 4096)]
    public required ushort SmallestUnsigned { get; init; }

    [ExiElement]
    [ExiRange(-3, 3)]
    public required sbyte Multiplier { get; init; }

    [ExiElement]
    [ExiRange(10, 100_000)]
    public required uint WithoutOffset { get; init; }

    [ExiElement]
    public required long Signed { get; init; }

    [ExiElement]
    public required ulong Unsigned { get; init; }

    [ExiElement]
    public required BigInteger Unbounded { get; init; }

    [ExiElement]
    public required bool Truth { get; init; }

    [ExiElement]
    [ExiRange(long.MinValue, long.MinValue + 7)]
    public required long Lowest { get; init; }
}
