using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Asks for a contract certificate, signed with the key that the manufacturer put into the vehicle. From EVCC to SECC.
/// </summary>
[ExiType("CertificateInstallationReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("CertificateInstallationReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record CertificateInstallationReq : BodyBaseType
{
    /// <summary>The vehicle's provisioning certificate in DER.</summary>
    [ExiElement]
    [ExiLength(0, 800)]
    public required ExiBytes OEMProvisioningCert { get; init; }

    /// <summary>The roots that the vehicle trusts.</summary>
    [ExiElement]
    public required ListOfRootCertificateIDsType ListOfRootCertificateIDs { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public required string Id { get; init; }
}
