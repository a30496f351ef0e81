using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Chooses a way of payment and the services. From EVCC to SECC.</summary>
[ExiType("PaymentServiceSelectionReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PaymentServiceSelectionReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PaymentServiceSelectionReq : BodyBaseType
{
    /// <summary>The way of payment.</summary>
    [ExiElement]
    public required PaymentOptionType SelectedPaymentOption { get; init; }

    /// <summary>The services, the charging service among them.</summary>
    [ExiElement]
    public required SelectedServiceListType SelectedServiceList { get; init; }
}
