using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>Says how far the device has come with connecting. From SECC to EVCC.</summary>
[ExiType("ACDP_ConnectResType", AcdpSchema.Namespace)]
[ExiGlobalElement("ACDP_ConnectRes", AcdpSchema.Namespace, Root = true)]
public sealed partial record ACDP_ConnectRes : V2GResponseType
{
    /// <summary>Whether the device is done.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>The electrical state that the charger sees.</summary>
    [ExiElement]
    public required ElectricalChargingDeviceStatusType EVSEElectricalChargingDeviceStatus { get; init; }

    /// <summary>Where the device is.</summary>
    [ExiElement]
    public required MechanicalChargingDeviceStatusType EVSEMechanicalChargingDeviceStatus { get; init; }
}
