using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Accepts or refuses the receipt. From SECC to EVCC.</summary>
[ExiType("MeteringReceiptResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("MeteringReceiptRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record MeteringReceiptRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome of checking the signature.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charger's state: <see cref="AC_EVSEStatusType"/> or <see cref="DC_EVSEStatusType"/>.</summary>
    [ExiElement(Reference = true, Namespace = Iso2Schema.MsgDataTypes)]
    public required EVSEStatusType EVSEStatus { get; init; }
}
