using System.Diagnostics.CodeAnalysis;
using PairSettle.Credentials;
using PairSettle.Credentials.Provisioning;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Provisioning;

/// <summary>
/// Contracts of ISO 15118-2 on their way from the provisioning service to the vehicle, as CertificateInstallationRes and CertificateUpdateRes.
/// The charger in between passes the message on and cannot read the key.
/// </summary>
public static class ContractDelivery
{
    /// <summary>Answers a request for a first contract.</summary>
    /// <param name="issue">The contract and the vehicle.</param>
    /// <param name="issued">The signed response on success.</param>
    /// <param name="fault">The reason on failure.</param>
    /// <returns>Whether the contract could be sealed for the vehicle.</returns>
    /// <exception cref="ArgumentException">The contract certificate does not name a contract, or the provider's key is not on secp256r1.</exception>
    /// <exception cref="ExiContentException">A certificate is longer than the message allows, or there are more than four issuers.</exception>
    public static bool TryInstall(
        ContractIssue issue, [NotNullWhen(true)] out ProvisioningResult.Issued? issued, out ProvisioningFault fault) => TryIssue(
            issue,
            CertificateUse.OemProvisioning,
            static parts => new CertificateInstallationRes
            {
                ResponseCode = ResponseCodeType.OK,
                SAProvisioningCertificateChain = parts.Provider,
                ContractSignatureCertChain = parts.Contract,
                ContractSignatureEncryptedPrivateKey = parts.PrivateKey,
                DHpublickey = parts.SenderKey,
                eMAID = parts.EMAID,
            },
            SignedElement.PartsOf,
            out issued,
            out fault);

    /// <summary>Answers a request for a new certificate in place of the present one.</summary>
    /// <param name="issue">The contract and the vehicle.</param>
    /// <param name="issued">The signed response on success.</param>
    /// <param name="fault">The reason on failure.</param>
    /// <returns>Whether the contract could be sealed for the vehicle.</returns>
    /// <exception cref="ArgumentException">The contract certificate does not name a contract, or the provider's key is not on secp256r1.</exception>
    /// <exception cref="ExiContentException">A certificate is longer than the message allows, or there are more than four issuers.</exception>
    public static bool TryUpdate(
        ContractIssue issue, [NotNullWhen(true)] out ProvisioningResult.Issued? issued, out ProvisioningFault fault) => TryIssue(
            issue,
            CertificateUse.Contract,
            static parts => new CertificateUpdateRes
            {
                ResponseCode = ResponseCodeType.OK,
                SAProvisioningCertificateChain = parts.Provider,
                ContractSignatureCertChain = parts.Contract,
                ContractSignatureEncryptedPrivateKey = parts.PrivateKey,
                DHpublickey = parts.SenderKey,
                eMAID = parts.EMAID,
            },
            SignedElement.PartsOf,
            out issued,
            out fault);

    /// <summary>
    /// Opens a delivery in the vehicle: the provider's chain, its signature over all four parts, the name of the contract, then the key. The
    /// contract's own chain is the charger's to judge; the vehicle, which may not know the operator's root, takes it on the provider's word.
    /// </summary>
    /// <param name="response">CertificateInstallationRes or CertificateUpdateRes with its header.</param>
    /// <param name="recipient">The certificate of the request: of OEM provisioning, or for an update the present contract.</param>
    /// <param name="recipientKey">Its private key.</param>
    /// <param name="trust">Whom the vehicle trusts.</param>
    /// <param name="at">The time.</param>
    /// <returns>The report.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The recipient's own key failed, as that of a token may.</exception>
    public static ContractDeliveryReport Open(
        V2G_Message response, Certificate recipient, ICredentialAgreement recipientKey, ContractDeliveryTrust trust, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(recipientKey);
        ArgumentNullException.ThrowIfNull(trust);
        if (DeliveryParts.Of(response.Body.BodyElement) is not { } parts)
        {
            return new(ContractDeliveryFault.NotADelivery);
        }

        if (!CertificateChains.TryRead(parts.Provider, out var provider) || !CertificateChains.TryRead(parts.Contract, out var contract))
        {
            return new(ContractDeliveryFault.CertificateMalformed);
        }

        var report = ChainVerifier.Verify(new()
        {
            Leaf = provider[0],
            Intermediates = provider[1..],
            Anchors = trust.Anchors,
            Use = CertificateUse.CertificateProvisioning,
            At = at,
            Evidence = trust.Evidence,
            Policy = trust.Policy,
        });
        if (report.Chain is not { } verified)
        {
            return new(ContractDeliveryFault.ProviderNotTrusted) { Provider = report };
        }

        XmlSignatureReport? signature = null;
        var opened = ContractKeyDelivery.TryOpen(
            ContractKeyScheme.Iso15118Part2,
            new()
            {
                Envelope = new(parts.SenderKey.Value.Memory, parts.PrivateKey.Value.Memory),
                Contract = contract[0],
                Provider = verified,
                IsSignedBy = signer => (signature = XmlSignatureVerifier.Verify(response.Header.Signature, parts.Signed, signer)).IsValid,
                Recipient = recipient,
                RecipientKey = recipientKey,
            },
            out var key,
            out var fault);
        if (!opened)
        {
            return new(fault is ProvisioningFault.SignatureInvalid ? ContractDeliveryFault.SignatureInvalid : ContractDeliveryFault.KeyNotOpened)
            {
                Provider = report,
                Signature = signature,
                KeyFault = fault,
            };
        }

        if (!ContractChains.Names(contract[0], parts.EMAID.Value))
        {
            key!.Dispose();
            return new(ContractDeliveryFault.ContractMismatch) { Provider = report, Signature = signature };
        }

        return new(ContractDeliveryFault.None)
        {
            Provider = report,
            Signature = signature,
            Contract = new(contract[0], contract[1..], key!),
        };
    }

    private static bool TryIssue<TResponse>(
        ContractIssue issue,
        CertificateUse use,
        Func<DeliveryParts, TResponse> write,
        Func<TResponse, IReadOnlyList<SignedElement>> partsOf,
        [NotNullWhen(true)] out ProvisioningResult.Issued? issued,
        out ProvisioningFault fault)
        where TResponse : BodyBaseType
    {
        issued = null;
        if (TrySeal(issue, use, out var parts, out fault))
        {
            var response = write(parts);
            issued = new(response, XmlSignatureBuilder.Sign(partsOf(response), issue.Provider.Signer));
        }

        return issued is not null;
    }

    private static bool TrySeal(ContractIssue issue, CertificateUse use, [NotNullWhen(true)] out DeliveryParts? parts, out ProvisioningFault fault)
    {
        ArgumentNullException.ThrowIfNull(issue);
        parts = null;
        if (issue.Vehicle.Use != use)
        {
            fault = ProvisioningFault.RecipientUseWrong;
            return false;
        }

        if (!Emaid.TryParse(issue.Contract.Subject.CommonName, out var emaid))
        {
            throw new ArgumentException("A contract certificate names its contract.", nameof(issue));
        }

        if (!ContractKeyDelivery.TrySeal(ContractKeyScheme.Iso15118Part2, issue.ContractKey, issue.Contract, issue.Vehicle, out var envelope, out fault))
        {
            return false;
        }

        parts = new(
            CertificateChains.Of(issue.Provider.Leaf, issue.Provider.Intermediates),
            CertificateChains.Of(issue.Contract, issue.Intermediates) with { Id = "id1" },
            new() { Id = "id2", Value = ExiBytes.Copy(envelope.EncryptedPrivateKey.Span) },
            new() { Id = "id3", Value = ExiBytes.Copy(envelope.SenderPublicKey.Span) },
            new() { Id = "id4", Value = emaid.Value },
            []);
        return true;
    }
}
