using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Says whether the check-out is done. From SECC to EVCC.</summary>
[ExiType("VehicleCheckOutResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("VehicleCheckOutRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record VehicleCheckOutRes : V2GResponseType
{
    /// <summary>Whether the check-out is done.</summary>
    [ExiElement]
    public required EvseCheckOutStatusType EVSECheckOutStatus { get; init; }
}
