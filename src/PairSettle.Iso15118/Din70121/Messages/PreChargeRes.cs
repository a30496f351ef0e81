using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Reports the output voltage. From SECC to EVCC.</summary>
[ExiType("PreChargeResType", DinSchema.MsgBody)]
[ExiGlobalElement("PreChargeRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record PreChargeRes : BodyBaseType, IResponseMessage
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
