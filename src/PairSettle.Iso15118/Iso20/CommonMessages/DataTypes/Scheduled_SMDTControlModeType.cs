using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The schedule under which the energy was metered.</summary>
[ExiType("Scheduled_SMDTControlModeType", CommonMessagesSchema.Namespace)]
public readonly partial record struct Scheduled_SMDTControlModeType
{
    /// <summary>The number of the schedule, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint SelectedScheduleTupleID { get; init; }
}
