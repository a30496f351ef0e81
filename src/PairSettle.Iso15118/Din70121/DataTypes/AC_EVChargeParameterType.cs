using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What the vehicle needs and tolerates with AC.</summary>
[ExiType("AC_EVChargeParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("AC_EVChargeParameter", DinSchema.MsgDataTypes, SubstitutionGroup = "EVChargeParameter")]
public sealed partial record AC_EVChargeParameterType : EVChargeParameterType
{
    /// <summary>When the vehicle means to leave, in seconds from this message.</summary>
    [ExiElement]
    public required uint DepartureTime { get; init; }

    /// <summary>The energy wanted before departure, in Wh.</summary>
    [ExiElement]
    public required PhysicalValueType EAmount { get; init; }

    /// <summary>The most voltage allowed between a phase and neutral, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVMaxVoltage { get; init; }

    /// <summary>The most current allowed per phase, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVMaxCurrent { get; init; }

    /// <summary>The least current per phase with which charging is worth while, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVMinCurrent { get; init; }
}
