using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Asks for the parameters of one service. From EVCC to SECC.</summary>
[ExiType("ServiceDetailReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ServiceDetailReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ServiceDetailReq : BodyBaseType
{
    /// <summary>
    /// A service that <see cref="ServiceDiscoveryRes"/> listed. Any other is answered <see
    /// cref="ResponseCodeType.FAILED_ServiceIDInvalid"/> [V2G2-464].
    /// </summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }
}
