using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Confirms the end of the session. From SECC to EVCC.</summary>
[ExiType("SessionStopResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("SessionStopRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record SessionStopRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }
}
