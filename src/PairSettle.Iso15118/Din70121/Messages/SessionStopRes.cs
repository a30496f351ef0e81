using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Confirms the end of the session. From SECC to EVCC.</summary>
[ExiType("SessionStopResType", DinSchema.MsgBody)]
[ExiGlobalElement("SessionStopRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record SessionStopRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }
}
