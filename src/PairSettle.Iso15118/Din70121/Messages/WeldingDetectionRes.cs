using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Reports the output voltage after DC charging. From SECC to EVCC.</summary>
[ExiType("WeldingDetectionResType", DinSchema.MsgBody)]
[ExiGlobalElement("WeldingDetectionRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record WeldingDetectionRes : BodyBaseType, IResponseMessage
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
}
