using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>What an AC charger can deliver.</summary>
[ExiType("AC_EVSEChargeParameterType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("AC_EVSEChargeParameter", Iso2Schema.MsgDataTypes, SubstitutionGroup = "EVSEChargeParameter")]
public sealed partial record AC_EVSEChargeParameterType : EVSEChargeParameterType
{
    /// <summary>The charger's state.</summary>
    [ExiElement]
    public required AC_EVSEStatusType AC_EVSEStatus { get; init; }

    /// <summary>The nominal voltage, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVSENominalVoltage { get; init; }

    /// <summary>The most current per phase, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVSEMaxCurrent { get; init; }
}
