using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// Asks for the output voltage after DC charging, so that the vehicle can tell whether its contactors have opened. From
/// EVCC to SECC.
/// </summary>
[ExiType("WeldingDetectionReqType", DinSchema.MsgBody)]
[ExiGlobalElement("WeldingDetectionReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record WeldingDetectionReq : BodyBaseType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }
}
