using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Asks for a new contract certificate in place of one that expires, signed with the key of the old one. From EVCC to
/// SECC.
/// </summary>
[ExiType("CertificateUpdateReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("CertificateUpdateReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record CertificateUpdateReq : BodyBaseType
{
    /// <summary>The present contract certificate and its issuers below the root.</summary>
    [ExiElement]
    public required CertificateChainType ContractSignatureCertChain { get; init; }

    /// <summary>The e-mobility account identifier of the contract. A personal identifier: never log it.</summary>
    [ExiElement]
    [ExiLength(14, 15, AllowEmpty = true)]
    public required string eMAID { get; init; }

    /// <summary>The roots that the vehicle trusts.</summary>
    [ExiElement]
    public required ListOfRootCertificateIDsType ListOfRootCertificateIDs { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public required string Id { get; init; }
}
