using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Asks for the parameters of one service. From EVCC to SECC.</summary>
[ExiType("ServiceDetailReqType", DinSchema.MsgBody)]
[ExiGlobalElement("ServiceDetailReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ServiceDetailReq : BodyBaseType
{
    /// <summary>
    /// A service that <see cref="ServiceDiscoveryRes"/> listed. Any other is answered
    /// <see cref="ResponseCodeType.FAILED_ServiceIDInvalid"/>.
    /// </summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }
}
