using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Presents the contract. Not part of DC charging with external payment. From EVCC to SECC.</summary>
[ExiType("PaymentDetailsReqType", DinSchema.MsgBody)]
[ExiGlobalElement("PaymentDetailsReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record PaymentDetailsReq : BodyBaseType
{
    /// <summary>The identifier of the contract, at most 24 characters. A personal identifier: never log it.</summary>
    [ExiElement]
    [ExiLength(0, 24)]
    public required string ContractID { get; init; }

    /// <summary>The contract certificate and its issuers below the root.</summary>
    [ExiElement]
    public required CertificateChainType ContractSignatureCertChain { get; init; }
}
