using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What consumption costs from a given power upwards.</summary>
[ExiType("ConsumptionCostType", DinSchema.MsgDataTypes)]
public sealed partial record ConsumptionCostType
{
    /// <summary>The power from which the costs hold, in W.</summary>
    [ExiElement]
    public required uint startValue { get; init; }

    /// <summary>The kinds of cost.</summary>
    [ExiElement(MinOccurs = 0)]
    public ExiList<CostType> Cost { get; init; }
}
