using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Offers schedules, or the frame in which the charger steers the power. From SECC to EVCC.</summary>
[ExiType("ScheduleExchangeResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ScheduleExchangeRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ScheduleExchangeRes : V2GResponseType
{
    /// <summary>Whether the answer is final.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>Whether the vehicle is to pause the session, because no power is to be had at first.</summary>
    [ExiElement]
    public bool? GoToPause { get; init; }

    /// <summary>Set where the charger steers the power.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Dynamic_SEResControlModeType? Dynamic_SEResControlMode { get; init; }

    /// <summary>Set where the vehicle follows a schedule.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public Scheduled_SEResControlModeType? Scheduled_SEResControlMode { get; init; }
}
