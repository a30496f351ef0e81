using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>Asks the device to disconnect, and asks again while it moves. From EVCC to SECC.</summary>
[ExiType("ACDP_ConnectReqType", AcdpSchema.Namespace)]
[ExiGlobalElement("ACDP_DisconnectReq", AcdpSchema.Namespace, Root = true)]
public sealed partial record ACDP_DisconnectReq : V2GRequestType
{
    /// <summary>The electrical state that the vehicle sees.</summary>
    [ExiElement]
    public required ElectricalChargingDeviceStatusType EVElectricalChargingDeviceStatus { get; init; }
}
