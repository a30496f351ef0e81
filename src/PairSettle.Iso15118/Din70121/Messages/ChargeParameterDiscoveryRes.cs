using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>States what the charger can deliver, when, and at which tariff. From SECC to EVCC.</summary>
[ExiType("ChargeParameterDiscoveryResType", DinSchema.MsgBody)]
[ExiGlobalElement("ChargeParameterDiscoveryRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ChargeParameterDiscoveryRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>Whether the schedules are ready.</summary>
    [ExiElement]
    public required EVSEProcessingType EVSEProcessing { get; init; }

    /// <summary>
    /// The schedules to choose from: a <see cref="SAScheduleListType"/>. Present even while they are not ready.
    /// </summary>
    [ExiElement(Reference = true, Namespace = DinSchema.MsgDataTypes)]
    public required SASchedulesType SASchedules { get; init; }

    /// <summary>
    /// The charger's limits: <see cref="AC_EVSEChargeParameterType"/> or <see cref="DC_EVSEChargeParameterType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = DinSchema.MsgDataTypes)]
    public required EVSEChargeParameterType EVSEChargeParameter { get; init; }
}
