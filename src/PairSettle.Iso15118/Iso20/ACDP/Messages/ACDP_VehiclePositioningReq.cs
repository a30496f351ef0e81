using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>
/// Asks where the vehicle stands under the device, and asks again until it stands right. From EVCC to SECC.
/// </summary>
[ExiType("ACDP_VehiclePositioningReqType", AcdpSchema.Namespace)]
[ExiGlobalElement("ACDP_VehiclePositioningReq", AcdpSchema.Namespace, Root = true)]
public sealed partial record ACDP_VehiclePositioningReq : V2GRequestType
{
    /// <summary>Whether the vehicle can move.</summary>
    [ExiElement]
    public required bool EVMobilityStatus { get; init; }

    /// <summary>Whether the vehicle helps with the positioning.</summary>
    [ExiElement]
    public required bool EVPositioningSupport { get; init; }
}
