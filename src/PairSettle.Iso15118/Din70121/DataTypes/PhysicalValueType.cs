using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// A quantity: <see cref="Value"/> times ten to the power of <see cref="Multiplier"/>, in <see cref="Unit"/>.
/// </summary>
[ExiType("PhysicalValueType", DinSchema.MsgDataTypes)]
public readonly partial record struct PhysicalValueType
{
    /// <summary>The power of ten, -3 to 3.</summary>
    [ExiElement]
    [ExiRange(-3, 3)]
    public required sbyte Multiplier { get; init; }

    /// <summary>The unit. Absent: the one that the quantity's place in the message implies.</summary>
    [ExiElement]
    public UnitSymbolType? Unit { get; init; }

    /// <summary>The number before scaling.</summary>
    [ExiElement]
    public required short Value { get; init; }
}
