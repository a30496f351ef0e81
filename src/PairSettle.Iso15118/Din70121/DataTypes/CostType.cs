using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>One kind of cost: <see cref="amount"/> times ten to the power of <see cref="amountMultiplier"/>.</summary>
[ExiType("CostType", DinSchema.MsgDataTypes)]
public sealed partial record CostType
{
    /// <summary>What is counted.</summary>
    [ExiElement]
    public required CostKindType costKind { get; init; }

    /// <summary>The number before scaling.</summary>
    [ExiElement]
    public required uint amount { get; init; }

    /// <summary>The power of ten, -3 to 3. Absent: 0.</summary>
    [ExiElement]
    [ExiRange(-3, 3)]
    public sbyte? amountMultiplier { get; init; }
}
