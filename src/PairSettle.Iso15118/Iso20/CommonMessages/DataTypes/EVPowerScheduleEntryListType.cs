using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The intervals of power offered, one after the other.</summary>
[ExiType("EVPowerScheduleEntryListType", CommonMessagesSchema.Namespace)]
public sealed partial record EVPowerScheduleEntryListType
{
    /// <summary>1 to 1024 intervals.</summary>
    [ExiElement(MaxOccurs = 1024)]
    public required ExiList<EVPowerScheduleEntryType> EVPowerScheduleEntry { get; init; }
}
