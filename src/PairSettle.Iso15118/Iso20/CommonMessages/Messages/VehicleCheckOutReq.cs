using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Announces that the vehicle leaves. From EVCC to SECC.</summary>
[ExiType("VehicleCheckOutReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("VehicleCheckOutReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record VehicleCheckOutReq : V2GRequestType
{
    /// <summary>How far the vehicle has come with its check-out.</summary>
    [ExiElement]
    public required EvCheckOutStatusType EVCheckOutStatus { get; init; }

    /// <summary>When the vehicle leaves, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong CheckOutTime { get; init; }
}
