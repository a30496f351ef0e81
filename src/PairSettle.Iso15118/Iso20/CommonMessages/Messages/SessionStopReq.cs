using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Ends or pauses the session, or returns to the choice of services. From EVCC to SECC.</summary>
[ExiType("SessionStopReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("SessionStopReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record SessionStopReq : V2GRequestType
{
    /// <summary>Whether the session ends, pauses or goes back to the choice of services.</summary>
    [ExiElement]
    public required ChargingSessionType ChargingSession { get; init; }

    /// <summary>The vehicle's reason in a code of its maker, at most 80 characters.</summary>
    [ExiElement]
    [ExiLength(0, 80)]
    public string? EVTerminationCode { get; init; }

    /// <summary>The vehicle's reason in words, at most 160 characters.</summary>
    [ExiElement]
    [ExiLength(0, 160)]
    public string? EVTerminationExplanation { get; init; }
}
