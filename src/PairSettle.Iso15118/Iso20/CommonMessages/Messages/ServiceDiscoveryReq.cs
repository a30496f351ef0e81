using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Asks which services the charger offers. From EVCC to SECC.</summary>
[ExiType("ServiceDiscoveryReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ServiceDiscoveryReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ServiceDiscoveryReq : V2GRequestType
{
    /// <summary>The services that the vehicle knows; absent: all are asked for.</summary>
    [ExiElement]
    public ServiceIDListType? SupportedServiceIDs { get; init; }
}
