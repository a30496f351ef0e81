using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Lists the services that the charger offers. From SECC to EVCC.</summary>
[ExiType("ServiceDiscoveryResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ServiceDiscoveryRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ServiceDiscoveryRes : V2GResponseType
{
    /// <summary>Whether the vehicle may return to the choice of services without a new session.</summary>
    [ExiElement]
    public required bool ServiceRenegotiationSupported { get; init; }

    /// <summary>The services of energy transfer.</summary>
    [ExiElement]
    public required ServiceListType EnergyTransferServiceList { get; init; }

    /// <summary>The value-added services.</summary>
    [ExiElement]
    public ServiceListType? VASList { get; init; }
}
