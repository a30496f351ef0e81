using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Delivers a contract certificate with its encrypted private key. The provisioning service signs four of its elements.
/// From SECC to EVCC.
/// </summary>
[ExiType("CertificateInstallationResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("CertificateInstallationRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record CertificateInstallationRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The certificate of the provisioning service, with which the signature verifies.</summary>
    [ExiElement]
    public required CertificateChainType SAProvisioningCertificateChain { get; init; }

    /// <summary>The contract certificate and its issuers below the root. Signed.</summary>
    [ExiElement]
    public required CertificateChainType ContractSignatureCertChain { get; init; }

    /// <summary>The contract's private key, encrypted for the vehicle. Signed.</summary>
    [ExiElement]
    public required ContractSignatureEncryptedPrivateKeyType ContractSignatureEncryptedPrivateKey { get; init; }

    /// <summary>The sender's half of the key agreement that encrypts the private key. Signed.</summary>
    [ExiElement]
    public required DiffieHellmanPublickeyType DHpublickey { get; init; }

    /// <summary>The account identifier of the contract. Signed.</summary>
    [ExiElement]
    public required EMAIDType eMAID { get; init; }
}
