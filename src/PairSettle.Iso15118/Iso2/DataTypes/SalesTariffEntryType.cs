using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>An interval of a tariff.</summary>
[ExiType("SalesTariffEntryType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("SalesTariffEntry", Iso2Schema.MsgDataTypes, SubstitutionGroup = "Entry")]
public sealed partial record SalesTariffEntryType : EntryType
{
    /// <summary>The price level; the lower, the cheaper.</summary>
    [ExiElement]
    public byte? EPriceLevel { get; init; }

    /// <summary>At most three costs, by power drawn.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 3)]
    public ExiList<ConsumptionCostType> ConsumptionCost { get; init; }
}
