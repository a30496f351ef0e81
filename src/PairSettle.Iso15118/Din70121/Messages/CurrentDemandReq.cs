using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Demands voltage and current in the DC charging loop. From EVCC to SECC.</summary>
[ExiType("CurrentDemandReqType", DinSchema.MsgBody)]
[ExiGlobalElement("CurrentDemandReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CurrentDemandReq : BodyBaseType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }

    /// <summary>The current wanted, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVTargetCurrent { get; init; }

    /// <summary>The most voltage that the vehicle allows, in V.</summary>
    [ExiElement]
    public PhysicalValueType? EVMaximumVoltageLimit { get; init; }

    /// <summary>The most current that the vehicle allows, in A.</summary>
    [ExiElement]
    public PhysicalValueType? EVMaximumCurrentLimit { get; init; }

    /// <summary>The most power that the vehicle allows, in W.</summary>
    [ExiElement]
    public PhysicalValueType? EVMaximumPowerLimit { get; init; }

    /// <summary>Whether the fast part of the charge is done.</summary>
    [ExiElement]
    public bool? BulkChargingComplete { get; init; }

    /// <summary>Whether the charge is done.</summary>
    [ExiElement]
    public required bool ChargingComplete { get; init; }

    /// <summary>The time until the battery is full, in s.</summary>
    [ExiElement]
    public PhysicalValueType? RemainingTimeToFullSoC { get; init; }

    /// <summary>The time until the fast part of the charge is done, in s.</summary>
    [ExiElement]
    public PhysicalValueType? RemainingTimeToBulkSoC { get; init; }

    /// <summary>The voltage wanted, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVTargetVoltage { get; init; }
}
