using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Asks for a new contract certificate in place of one that expires. From EVCC to SECC.</summary>
[ExiType("CertificateUpdateReqType", DinSchema.MsgBody)]
[ExiGlobalElement("CertificateUpdateReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CertificateUpdateReq : BodyBaseType
{
    /// <summary>The present contract certificate and its issuers below the root.</summary>
    [ExiElement]
    public required CertificateChainType ContractSignatureCertChain { get; init; }

    /// <summary>The identifier of the contract, at most 24 characters. A personal identifier: never log it.</summary>
    [ExiElement]
    [ExiLength(0, 24)]
    public required string ContractID { get; init; }

    /// <summary>The roots that the vehicle trusts.</summary>
    [ExiElement]
    public required ListOfRootCertificateIDsType ListOfRootCertificateIDs { get; init; }

    /// <summary>
    /// The sender's half of the key agreement that encrypts the contract's private key; at most 256 octets.
    /// </summary>
    [ExiElement]
    [ExiLength(0, 256)]
    public required ExiBytes DHParams { get; init; }

    /// <summary>The name that a signature refers to.</summary>
    [ExiAttribute]
    public string? Id { get; init; }
}
