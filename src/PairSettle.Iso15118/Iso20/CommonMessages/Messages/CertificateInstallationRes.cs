using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// Delivers a contract certificate and its encrypted private key, signed by the certificate provisioning service. From
/// SECC to EVCC.
/// </summary>
[ExiType("CertificateInstallationResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("CertificateInstallationRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record CertificateInstallationRes : V2GResponseType
{
    /// <summary>Whether the answer is final.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }

    /// <summary>The certificate of the provisioning service that signed the data.</summary>
    [ExiElement]
    public required CertificateChainType CPSCertificateChain { get; init; }

    /// <summary>The contract certificate and its key.</summary>
    [ExiElement]
    public required SignedInstallationDataType SignedInstallationData { get; init; }

    /// <summary>How many further contract certificates there are to be had.</summary>
    [ExiElement]
    public required byte RemainingContractCertificateChains { get; init; }
}
