using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Says whether power was switched as asked. From SECC to EVCC.</summary>
[ExiType("PowerDeliveryResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("PowerDeliveryRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record PowerDeliveryRes : V2GResponseType
{
    /// <summary>A notification, where the charger wants something of the vehicle.</summary>
    [ExiElement]
    public EVSEStatusType? EVSEStatus { get; init; }
}
