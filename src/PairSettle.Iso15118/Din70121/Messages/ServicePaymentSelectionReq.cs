using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Chooses a way of payment and the services. From EVCC to SECC.</summary>
[ExiType("ServicePaymentSelectionReqType", DinSchema.MsgBody)]
[ExiGlobalElement("ServicePaymentSelectionReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ServicePaymentSelectionReq : BodyBaseType
{
    /// <summary>The way of payment.</summary>
    [ExiElement]
    public required PaymentOptionType SelectedPaymentOption { get; init; }

    /// <summary>The services, the charging service among them.</summary>
    [ExiElement]
    public required SelectedServiceListType SelectedServiceList { get; init; }
}
