using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Accepts or refuses the contract and sets a challenge. From SECC to EVCC.</summary>
[ExiType("PaymentDetailsResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PaymentDetailsRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PaymentDetailsRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome of checking the contract's certificate chain.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>
    /// Sixteen random octets that <see cref="AuthorizationReq"/> must return under the contract's signature.
    /// </summary>
    [ExiElement]
    [ExiLength(16, 16)]
    public required ExiBytes GenChallenge { get; init; }

    /// <summary>The charger's clock, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required long EVSETimeStamp { get; init; }
}
