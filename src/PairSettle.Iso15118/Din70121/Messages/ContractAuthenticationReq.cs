using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Asks for permission to charge, and asks again while the answer is pending. From EVCC to SECC.</summary>
[ExiType("ContractAuthenticationReqType", DinSchema.MsgBody)]
[ExiGlobalElement("ContractAuthenticationReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ContractAuthenticationReq : BodyBaseType
{
    /// <summary>The challenge of <see cref="PaymentDetailsRes"/>; absent with external payment.</summary>
    [ExiElement]
    public string? GenChallenge { get; init; }

    /// <summary>The name that a signature refers to; absent with external payment.</summary>
    [ExiAttribute]
    public string? Id { get; init; }
}
