using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The vehicle's state when DC power is switched.</summary>
[ExiType("DC_EVPowerDeliveryParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("DC_EVPowerDeliveryParameter", DinSchema.MsgDataTypes, SubstitutionGroup = "EVPowerDeliveryParameter")]
public sealed partial record DC_EVPowerDeliveryParameterType : EVPowerDeliveryParameterType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }

    /// <summary>Whether the fast part of the charge is done.</summary>
    [ExiElement]
    public bool? BulkChargingComplete { get; init; }

    /// <summary>Whether the charge is done.</summary>
    [ExiElement]
    public required bool ChargingComplete { get; init; }
}
