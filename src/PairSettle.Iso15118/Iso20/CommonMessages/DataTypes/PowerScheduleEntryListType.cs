using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The intervals of a limit of power, one after the other.</summary>
[ExiType("PowerScheduleEntryListType", CommonMessagesSchema.Namespace)]
public sealed partial record PowerScheduleEntryListType
{
    /// <summary>1 to 1024 intervals.</summary>
    [ExiElement(MaxOccurs = 1024)]
    public required ExiList<PowerScheduleEntryType> PowerScheduleEntry { get; init; }
}
