using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The steps of a power profile, one after the other.</summary>
[ExiType("EVPowerProfileEntryListType", CommonMessagesSchema.Namespace)]
public sealed partial record EVPowerProfileEntryListType
{
    /// <summary>1 to 2048 steps.</summary>
    [ExiElement(MaxOccurs = 2048)]
    public required ExiList<PowerScheduleEntryType> EVPowerProfileEntry { get; init; }
}
