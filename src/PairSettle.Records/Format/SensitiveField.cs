namespace PairSettle.Records.Format;

/// <summary>The fields that signed content holds only as salted commitments.</summary>
public enum SensitiveField
{
    /// <summary>The contract identifier (EMAID) of the vehicle's contract.</summary>
    ContractIdentity = 1,

    /// <summary>Where the charger stands: address or coordinates.</summary>
    EvseLocation = 2,

    /// <summary>What identifies the vehicle itself: EVCCID or provisioning certificate identifier.</summary>
    VehicleIdentity = 3,

    /// <summary>What the vehicle says about its state: battery, range, departure.</summary>
    VehicleData = 4,

    /// <summary>What identifies a payment outside of this record, such as a card terminal's receipt.</summary>
    PaymentReference = 5,
}
