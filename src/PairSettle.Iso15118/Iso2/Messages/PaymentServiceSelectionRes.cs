using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Accepts or refuses the choice. From SECC to EVCC.</summary>
[ExiType("PaymentServiceSelectionResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PaymentServiceSelectionRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PaymentServiceSelectionRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }
}
