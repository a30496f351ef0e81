using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What a DC charger can deliver.</summary>
[ExiType("DC_EVSEChargeParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("DC_EVSEChargeParameter", DinSchema.MsgDataTypes, SubstitutionGroup = "EVSEChargeParameter")]
public sealed partial record DC_EVSEChargeParameterType : EVSEChargeParameterType
{
    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required DC_EVSEStatusType DC_EVSEStatus { get; init; }

    /// <summary>The most current, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMaximumCurrentLimit { get; init; }

    /// <summary>The most power, in W.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEMaximumPowerLimit { get; init; }

    /// <summary>The most voltage, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMaximumVoltageLimit { get; init; }

    /// <summary>The least current, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMinimumCurrentLimit { get; init; }

    /// <summary>The least voltage, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMinimumVoltageLimit { get; init; }

    /// <summary>How far the current may stray from what is demanded, in A.</summary>
    [ExiElement]
    public PhysicalValueType? EVSECurrentRegulationTolerance { get; init; }

    /// <summary>The ripple of the current from peak to peak, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEPeakCurrentRipple { get; init; }

    /// <summary>The energy that the charger means to deliver, in Wh.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEEnergyToBeDelivered { get; init; }
}
