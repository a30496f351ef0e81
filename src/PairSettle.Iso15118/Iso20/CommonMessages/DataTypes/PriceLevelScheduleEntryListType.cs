using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The intervals of relative prices, one after the other.</summary>
[ExiType("PriceLevelScheduleEntryListType", CommonMessagesSchema.Namespace)]
public sealed partial record PriceLevelScheduleEntryListType
{
    /// <summary>1 to 1024 intervals.</summary>
    [ExiElement(MaxOccurs = 1024)]
    public required ExiList<PriceLevelScheduleEntryType> PriceLevelScheduleEntry { get; init; }
}
