using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// Asks for contract certificates, signed with the key of the OEM provisioning certificate. From EVCC to SECC.
/// </summary>
[ExiType("CertificateInstallationReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("CertificateInstallationReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record CertificateInstallationReq : V2GRequestType
{
    /// <summary>The certificate by which the maker names the vehicle. It is what is signed.</summary>
    [ExiElement]
    public required SignedCertificateChainType OEMProvisioningCertificateChain { get; init; }

    /// <summary>The root certificates that the vehicle has.</summary>
    [ExiElement]
    public required ListOfRootCertificateIDsType ListOfRootCertificateIDs { get; init; }

    /// <summary>How many contract certificates the vehicle can store.</summary>
    [ExiElement]
    public required byte MaximumContractCertificateChains { get; init; }

    /// <summary>The contracts wanted first.</summary>
    [ExiElement]
    public EMAIDListType? PrioritizedEMAIDs { get; init; }
}
