using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Says whether power was switched as asked. From SECC to EVCC.</summary>
[ExiType("PowerDeliveryResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PowerDeliveryRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PowerDeliveryRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The charger's state: <see cref="AC_EVSEStatusType"/> or <see cref="DC_EVSEStatusType"/>.</summary>
    [ExiElement(Reference = true, Namespace = Iso2Schema.MsgDataTypes)]
    public required EVSEStatusType EVSEStatus { get; init; }
}
