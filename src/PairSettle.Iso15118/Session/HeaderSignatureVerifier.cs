using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Session;

/// <summary>
/// Verifies header signatures under the key that the session names: the contract's, or that of the request itself. Whether
/// that certificate is trusted is the chain verifier's question and answered elsewhere.
/// </summary>
/// <param name="tariffSigner">Whose key signs tariffs (the mobility operator's), or null where nobody's is trusted.</param>
public sealed class HeaderSignatureVerifier(Certificate? tariffSigner = null) : ISignatureVerifier
{
    /// <inheritdoc/>
    public ValueTask<bool> VerifyAsync(SignatureCheck check, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (IReadOnlyList<SignedElement> Elements, Certificate? Signer) signed = (check.Purpose, check.Message.Body.BodyElement) switch
        {
            (SignaturePurpose.Authorization, AuthorizationReq request) => ([SignedElement.Of(request)], Read(check.Chain?.Certificate)),
            (SignaturePurpose.MeteringReceipt, MeteringReceiptReq request) => ([SignedElement.Of(request)], Read(check.Chain?.Certificate)),
            (SignaturePurpose.CertificateInstallation, CertificateInstallationReq request) =>
                ([SignedElement.Of(request)], Read(request.OEMProvisioningCert)),
            (SignaturePurpose.CertificateUpdate, CertificateUpdateReq request) =>
                ([SignedElement.Of(request)], Read(request.ContractSignatureCertChain.Certificate)),
            (SignaturePurpose.SalesTariff, ChargeParameterDiscoveryRes { SASchedules: SAScheduleListType schedules }) =>
                (SignedElement.TariffsOf(schedules), tariffSigner),
            _ => ([], null),
        };
        return new(signed is { Elements.Count: > 0, Signer: { } signer }
            && XmlSignatureVerifier.Verify(check.Message.Header.Signature, signed.Elements, signer).IsValid);
    }

    private static Certificate? Read(ExiBytes? der) =>
        der is { } octets && Certificate.TryParse(octets.Memory, out var certificate, out _) ? certificate : null;
}
