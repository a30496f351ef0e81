using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>What consumption costs from a given power upwards.</summary>
[ExiType("ConsumptionCostType", Iso2Schema.MsgDataTypes)]
public sealed partial record ConsumptionCostType
{
    /// <summary>The power from which the costs hold.</summary>
    [ExiElement]
    public required PhysicalValueType startValue { get; init; }

    /// <summary>One to three kinds of cost.</summary>
    [ExiElement(MaxOccurs = 3)]
    public required ExiList<CostType> Cost { get; init; }
}
