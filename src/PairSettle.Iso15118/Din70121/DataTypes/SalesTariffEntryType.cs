using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>An interval of a tariff.</summary>
[ExiType("SalesTariffEntryType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("SalesTariffEntry", DinSchema.MsgDataTypes, SubstitutionGroup = "Entry")]
public sealed partial record SalesTariffEntryType : EntryType
{
    /// <summary>The price level; the lower, the cheaper.</summary>
    [ExiElement]
    public required byte EPriceLevel { get; init; }

    /// <summary>Costs by power drawn.</summary>
    [ExiElement(MinOccurs = 0)]
    public ExiList<ConsumptionCostType> ConsumptionCost { get; init; }
}
