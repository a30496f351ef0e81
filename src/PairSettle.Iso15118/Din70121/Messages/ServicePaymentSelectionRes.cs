using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Accepts or refuses the choice. From SECC to EVCC.</summary>
[ExiType("ServicePaymentSelectionResType", DinSchema.MsgBody)]
[ExiGlobalElement("ServicePaymentSelectionRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ServicePaymentSelectionRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }
}
