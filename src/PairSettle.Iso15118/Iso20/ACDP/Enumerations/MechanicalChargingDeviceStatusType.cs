namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>Where an automatic connection device is.</summary>
public enum MechanicalChargingDeviceStatusType
{
    /// <summary>At rest, away from the vehicle.</summary>
    Home,

    /// <summary>On its way.</summary>
    Moving,

    /// <summary>At the vehicle.</summary>
    EndPosition,
}
