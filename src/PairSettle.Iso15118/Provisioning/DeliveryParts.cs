using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>What CertificateInstallationRes and CertificateUpdateRes have in common.</summary>
/// <param name="Provider">The provisioning service's chain, which is not signed.</param>
/// <param name="Contract">The contract's chain.</param>
/// <param name="PrivateKey">The encrypted private key.</param>
/// <param name="SenderKey">The sender's public key.</param>
/// <param name="EMAID">The contract identifier. Personal.</param>
/// <param name="Signed">The last four as the signature covers them.</param>
internal sealed record DeliveryParts(
    CertificateChainType Provider,
    CertificateChainType Contract,
    ContractSignatureEncryptedPrivateKeyType PrivateKey,
    DiffieHellmanPublickeyType SenderKey,
    EMAIDType EMAID,
    IReadOnlyList<SignedElement> Signed)
{
    /// <summary>The parts of a response that reports success; null for any other message.</summary>
    public static DeliveryParts? Of(BodyBaseType? body) => body switch
    {
        IResponseMessage response when response.ResponseCode.IsFailure() => null,
        CertificateInstallationRes delivery => new(
            delivery.SAProvisioningCertificateChain,
            delivery.ContractSignatureCertChain,
            delivery.ContractSignatureEncryptedPrivateKey,
            delivery.DHpublickey,
            delivery.eMAID,
            SignedElement.PartsOf(delivery)),
        CertificateUpdateRes delivery => new(
            delivery.SAProvisioningCertificateChain,
            delivery.ContractSignatureCertChain,
            delivery.ContractSignatureEncryptedPrivateKey,
            delivery.DHpublickey,
            delivery.eMAID,
            SignedElement.PartsOf(delivery)),
        _ => null,
    };
}
