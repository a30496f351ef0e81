using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Has the charger bring its output to the battery's voltage before the vehicle closes its contactors. From EVCC to
/// SECC.
/// </summary>
[ExiType("PreChargeReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PreChargeReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PreChargeReq : BodyBaseType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }

    /// <summary>The voltage to reach, in V.</summary>
    [ExiElement]
    public required PhysicalValueType EVTargetVoltage { get; init; }

    /// <summary>The current asked for, in A.</summary>
    [ExiElement]
    public required PhysicalValueType EVTargetCurrent { get; init; }
}
