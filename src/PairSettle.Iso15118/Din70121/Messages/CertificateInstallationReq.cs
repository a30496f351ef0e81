using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>
/// Asks for a contract certificate with the one that the manufacturer put into the vehicle. From EVCC to SECC.
/// </summary>
[ExiType("CertificateInstallationReqType", DinSchema.MsgBody)]
[ExiGlobalElement("CertificateInstallationReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record CertificateInstallationReq : BodyBaseType
{
    /// <summary>The vehicle's provisioning certificate in DER, at most 1200 octets.</summary>
    [ExiElement]
    [ExiLength(0, 1200)]
    public required ExiBytes OEMProvisioningCert { get; init; }

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
