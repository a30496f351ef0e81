using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Guides the vehicle to the device at the parking space. From SECC to EVCC.</summary>
[ExiType("VehicleCheckInResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("VehicleCheckInRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record VehicleCheckInRes : V2GResponseType
{
    /// <summary>The parking space.</summary>
    [ExiElement]
    public short? ParkingSpace { get; init; }

    /// <summary>Where the charger's device lies in the parking space.</summary>
    [ExiElement]
    public short? DeviceLocation { get; init; }

    /// <summary>How far the vehicle is still to travel.</summary>
    [ExiElement]
    public short? TargetDistance { get; init; }
}
