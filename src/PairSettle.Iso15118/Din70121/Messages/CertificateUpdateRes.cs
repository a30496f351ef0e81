using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Delivers the new contract certificate with its encrypted private key. From SECC to EVCC.</summary>
[ExiType("CertificateUpdateResType", DinSchema.MsgBody)]
[ExiGlobalElement("CertificateUpdateRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CertificateUpdateRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The new contract certificate and its issuers below the root.</summary>
    [ExiElement]
    public required CertificateChainType ContractSignatureCertChain { get; init; }

    /// <summary>The private key of the new contract, encrypted for the vehicle; at most 128 octets.</summary>
    [ExiElement]
    [ExiLength(0, 128)]
    public required ExiBytes ContractSignatureEncryptedPrivateKey { get; init; }

    /// <summary>
    /// The sender's half of the key agreement that encrypts the contract's private key; at most 256 octets.
    /// </summary>
    [ExiElement]
    [ExiLength(0, 256)]
    public required ExiBytes DHParams { get; init; }

    /// <summary>The identifier of the new contract, at most 24 characters. A personal identifier: never log it.</summary>
    [ExiElement]
    [ExiLength(0, 24)]
    public required string ContractID { get; init; }

    /// <summary>When to try again after a failure: a number of days, 0 for the next occasion, -1 for never.</summary>
    [ExiElement]
    public required short RetryCounter { get; init; }

    /// <summary>The name that a signature refers to.</summary>
    [ExiAttribute]
    public required string Id { get; init; }
}
