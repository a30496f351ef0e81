using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What an AC charger can deliver.</summary>
[ExiType("AC_EVSEChargeParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("AC_EVSEChargeParameter", DinSchema.MsgDataTypes, SubstitutionGroup = "EVSEChargeParameter")]
public sealed partial record AC_EVSEChargeParameterType : EVSEChargeParameterType
{
    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required AC_EVSEStatusType AC_EVSEStatus { get; init; }

    /// <summary>The most voltage between a phase and neutral, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMaxVoltage { get; init; }

    /// <summary>The most current per phase, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMaxCurrent { get; init; }

    /// <summary>The least current per phase, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMinCurrent { get; init; }
}
