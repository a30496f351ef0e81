using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Asks for the parameters of one service. From EVCC to SECC.</summary>
[ExiType("ServiceDetailReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ServiceDetailReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ServiceDetailReq : V2GRequestType
{
    /// <summary>
    /// A service that <see cref="ServiceDiscoveryRes"/> listed. Any other is answered <see
    /// cref="ResponseCodeType.FAILED_ServiceIDInvalid"/>.
    /// </summary>
    [ExiElement]
    public required ushort ServiceID { get; init; }
}
