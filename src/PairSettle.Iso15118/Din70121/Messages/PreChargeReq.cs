using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// Has the charger bring its output to the battery's voltage before the vehicle closes its contactors. From EVCC to
/// SECC.
/// </summary>
[ExiType("PreChargeReqType", DinSchema.MsgBody)]
[ExiGlobalElement("PreChargeReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
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
