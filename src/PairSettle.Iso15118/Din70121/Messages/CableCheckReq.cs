using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Asks for the insulation test before DC charging, again and again until it is done. From EVCC to SECC.</summary>
[ExiType("CableCheckReqType", DinSchema.MsgBody)]
[ExiGlobalElement("CableCheckReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CableCheckReq : BodyBaseType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }
}
