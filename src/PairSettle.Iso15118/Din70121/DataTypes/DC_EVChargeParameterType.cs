using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What the vehicle needs and tolerates with DC.</summary>
[ExiType("DC_EVChargeParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("DC_EVChargeParameter", DinSchema.MsgDataTypes, SubstitutionGroup = "EVChargeParameter")]
public sealed partial record DC_EVChargeParameterType : EVChargeParameterType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }

    /// <summary>The most current allowed, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVMaximumCurrentLimit { get; init; }

    /// <summary>The most power allowed, in W.</summary>
    [ExiElement]
    public PhysicalValueType? EVMaximumPowerLimit { get; init; }

    /// <summary>The most voltage allowed, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVMaximumVoltageLimit { get; init; }

    /// <summary>The energy that the battery holds when full, in Wh.</summary>
    [ExiElement]
    public PhysicalValueType? EVEnergyCapacity { get; init; }

    /// <summary>The energy wanted, in Wh.</summary>
    [ExiElement]
    public PhysicalValueType? EVEnergyRequest { get; init; }

    /// <summary>The state of charge at which the vehicle counts as full, in percent.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? FullSOC { get; init; }

    /// <summary>The state of charge at which the fast part of the charge ends, in percent.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? BulkSOC { get; init; }
}
