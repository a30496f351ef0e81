using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Says whether power was switched as asked. From SECC to EVCC.</summary>
[ExiType("PowerDeliveryResType", DinSchema.MsgBody)]
[ExiGlobalElement("PowerDeliveryRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record PowerDeliveryRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charger's state: <see cref="AC_EVSEStatusType"/> or <see cref="DC_EVSEStatusType"/>.</summary>
    [ExiElement(Reference = true, Namespace = DinSchema.MsgDataTypes)]
    public required EVSEStatusType EVSEStatus { get; init; }
}
