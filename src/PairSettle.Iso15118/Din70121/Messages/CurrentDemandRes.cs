using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Reports the output in the DC charging loop. From SECC to EVCC.</summary>
[ExiType("CurrentDemandResType", DinSchema.MsgBody)]
[ExiGlobalElement("CurrentDemandRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CurrentDemandRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required DC_EVSEStatusType DC_EVSEStatus { get; init; }

    /// <summary>The voltage at the output now, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEPresentVoltage { get; init; }

    /// <summary>The current at the output now, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEPresentCurrent { get; init; }

    /// <summary>Whether the charger delivers all the current that it can.</summary>
    [ExiElement]
    public required bool EVSECurrentLimitAchieved { get; init; }

    /// <summary>Whether the charger delivers all the voltage that it can.</summary>
    [ExiElement]
    public required bool EVSEVoltageLimitAchieved { get; init; }

    /// <summary>Whether the charger delivers all the power that it can.</summary>
    [ExiElement]
    public required bool EVSEPowerLimitAchieved { get; init; }

    /// <summary>The most voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEMaximumVoltageLimit { get; init; }

    /// <summary>The most current that the charger can deliver, in A.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEMaximumCurrentLimit { get; init; }

    /// <summary>The most power that the charger can deliver, in W.</summary>
    [ExiElement]
    public PhysicalValueType? EVSEMaximumPowerLimit { get; init; }
}
