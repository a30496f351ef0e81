using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Starts or ends the transfer of energy. From EVCC to SECC.</summary>
[ExiType("PowerDeliveryReqType", DinSchema.MsgBody)]
[ExiGlobalElement("PowerDeliveryReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record PowerDeliveryReq : BodyBaseType
{
    /// <summary>True to start, false to end.</summary>
    [ExiElement]
    public required bool ReadyToChargeState { get; init; }

    /// <summary>How the vehicle means to draw power, and under which schedule.</summary>
    [ExiElement]
    public ChargingProfileType? ChargingProfile { get; init; }

    /// <summary>The vehicle's state, for DC: a <see cref="DC_EVPowerDeliveryParameterType"/>.</summary>
    [ExiElement(Reference = true, Namespace = DinSchema.MsgDataTypes)]
    public EVPowerDeliveryParameterType? EVPowerDeliveryParameter { get; init; }
}
