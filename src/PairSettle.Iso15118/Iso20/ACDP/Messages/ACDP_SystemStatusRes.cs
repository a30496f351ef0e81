using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>Reports the charger's state. From SECC to EVCC.</summary>
[ExiType("ACDP_SystemStatusResType", AcdpSchema.Namespace)]
[ExiGlobalElement("ACDP_SystemStatusRes", AcdpSchema.Namespace, Root = true)]
public sealed partial record ACDP_SystemStatusRes : V2GResponseType
{
    /// <summary>Where the device is.</summary>
    [ExiElement]
    public required MechanicalChargingDeviceStatusType EVSEMechanicalChargingDeviceStatus { get; init; }

    /// <summary>Whether the charger is ready.</summary>
    [ExiElement]
    public required bool EVSEReadyToCharge { get; init; }

    /// <summary>The result of insulation monitoring.</summary>
    [ExiElement]
    public required IsolationStatusType EVSEIsolationStatus { get; init; }

    /// <summary>Whether the charger is out of order.</summary>
    [ExiElement]
    public required bool EVSEDisabled { get; init; }

    /// <summary>Whether the grid has asked to stop.</summary>
    [ExiElement]
    public required bool EVSEUtilityInterruptEvent { get; init; }

    /// <summary>Whether the charger was shut down in an emergency.</summary>
    [ExiElement]
    public required bool EVSEEmergencyShutdown { get; init; }

    /// <summary>Whether the charger is faulty.</summary>
    [ExiElement]
    public required bool EVSEMalfunction { get; init; }

    /// <summary>Whether the vehicle stands where the device can connect.</summary>
    [ExiElement]
    public required bool EVInChargePosition { get; init; }

    /// <summary>Whether the vehicle is associated with the charger.</summary>
    [ExiElement]
    public required bool EVAssociationStatus { get; init; }
}
