using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Says what the vehicle needs until when, and asks for schedules. From EVCC to SECC.</summary>
[ExiType("ScheduleExchangeReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ScheduleExchangeReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ScheduleExchangeReq : V2GRequestType
{
    /// <summary>How many intervals of a schedule the vehicle can handle, 12 to 1024.</summary>
    [ExiElement]
    [ExiRange(12, 1024)]
    public required ushort MaximumSupportingPoints { get; init; }

    /// <summary>Set where the charger steers the power.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Dynamic_SEReqControlModeType? Dynamic_SEReqControlMode { get; init; }

    /// <summary>Set where the vehicle follows a schedule.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Scheduled_SEReqControlModeType? Scheduled_SEReqControlMode { get; init; }
}
