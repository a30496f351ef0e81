using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Announces the vehicle at a parking space. From EVCC to SECC.</summary>
[ExiType("VehicleCheckInReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("VehicleCheckInReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record VehicleCheckInReq : V2GRequestType
{
    /// <summary>How far the vehicle has come with its check-in.</summary>
    [ExiElement]
    public required EvCheckInStatusType EVCheckInStatus { get; init; }

    /// <summary>How the vehicle parks.</summary>
    [ExiElement]
    public required ParkingMethodType ParkingMethod { get; init; }

    /// <summary>The vehicle's reference for the position of its device.</summary>
    [ExiElement]
    public short? VehicleFrame { get; init; }

    /// <summary>How far the vehicle's device lies from that reference.</summary>
    [ExiElement]
    public short? DeviceOffset { get; init; }

    /// <summary>How far the vehicle has travelled.</summary>
    [ExiElement]
    public short? VehicleTravel { get; init; }
}
