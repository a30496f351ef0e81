using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Ends or pauses the session. From EVCC to SECC.</summary>
[ExiType("SessionStopReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("SessionStopReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record SessionStopReq : BodyBaseType
{
    /// <summary>Whether the session ends or pauses.</summary>
    [ExiElement]
    public required ChargingSessionType ChargingSession { get; init; }
}
