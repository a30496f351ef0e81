using PairSettle.Credentials;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Session;

/// <summary>Signs a vehicle's requests with credentials that are at hand.</summary>
/// <param name="contract">The contract credential, or null where the vehicle has none.</param>
/// <param name="oemProvisioning">The provisioning credential, or null where the vehicle has none.</param>
public sealed class CredentialSigner(Credential? contract, Credential? oemProvisioning = null) : IContractSigner
{
    /// <inheritdoc/>
    public ValueTask<SignatureType?> SignAsync(SignaturePurpose purpose, BodyBaseType element, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (SignedElement? Element, Credential? Key) signed = (purpose, element) switch
        {
            (SignaturePurpose.Authorization, AuthorizationReq request) => (SignedElement.Of(request), contract),
            (SignaturePurpose.MeteringReceipt, MeteringReceiptReq request) => (SignedElement.Of(request), contract),
            (SignaturePurpose.CertificateUpdate, CertificateUpdateReq request) => (SignedElement.Of(request), contract),
            (SignaturePurpose.CertificateInstallation, CertificateInstallationReq request) => (SignedElement.Of(request), oemProvisioning),
            _ => default,
        };
        return new(signed is { Element: { } part, Key: { } key } ? XmlSignatureBuilder.Sign(part, key.Signer) : null);
    }
}
