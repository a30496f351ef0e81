using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The schedule that the power profile keeps to.</summary>
[ExiType("Scheduled_EVPPTControlModeType", CommonMessagesSchema.Namespace)]
public readonly partial record struct Scheduled_EVPPTControlModeType
{
    /// <summary>The number of the schedule, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint SelectedScheduleTupleID { get; init; }

    /// <summary>Whether the vehicle keeps to the tolerance of the schedule.</summary>
    [ExiElement]
    public PowerToleranceAcceptanceType? PowerToleranceAcceptance { get; init; }
}
