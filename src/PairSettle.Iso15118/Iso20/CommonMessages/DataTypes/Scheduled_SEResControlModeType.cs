using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The schedules from which the vehicle chooses.</summary>
[ExiType("Scheduled_SEResControlModeType", CommonMessagesSchema.Namespace)]
public sealed partial record Scheduled_SEResControlModeType
{
    /// <summary>One to three schedules.</summary>
    [ExiElement(MaxOccurs = 3)]
    public required ExiList<ScheduleTupleType> ScheduleTuple { get; init; }
}
