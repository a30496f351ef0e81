using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Accepts or refuses the contract and sets a challenge. From SECC to EVCC.</summary>
[ExiType("PaymentDetailsResType", DinSchema.MsgBody)]
[ExiGlobalElement("PaymentDetailsRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record PaymentDetailsRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome of checking the contract's certificate chain.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>
    /// A random text that <see cref="ContractAuthenticationReq"/> must return. The schema does not bound its length.
    /// </summary>
    [ExiElement]
    public required string GenChallenge { get; init; }

    /// <summary>The charger's clock, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required long DateTimeNow { get; init; }
}
