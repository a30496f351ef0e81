using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PairSettle.Credentials.Provisioning;

/// <summary>
/// Seals a contract's private key for one vehicle, and opens it there. Secrets are overwritten as soon as they are used, and no exception or
/// fault repeats one.
/// </summary>
public static class ContractKeyDelivery
{
    /// <summary>Seals a private key for the vehicle that asked for it.</summary>
    /// <param name="scheme">The edition's way.</param>
    /// <param name="contractKey">The private key; it must be exportable, since exporting it is what this is for.</param>
    /// <param name="contract">The contract certificate of that key.</param>
    /// <param name="recipient">
    /// The chain of the vehicle, verified for <see cref="CertificateUse.OemProvisioning"/> (a first contract) or
    /// <see cref="CertificateUse.Contract"/> (an update).
    /// </param>
    /// <param name="envelope">The envelope on success.</param>
    /// <param name="fault">The reason on failure.</param>
    /// <returns>Whether the key was sealed.</returns>
    /// <exception cref="CryptographicException">The private key cannot be exported.</exception>
    public static bool TrySeal(
        ContractKeyScheme scheme,
        ECDsa contractKey,
        Certificate contract,
        VerifiedChain recipient,
        [NotNullWhen(true)] out ContractKeyEnvelope? envelope,
        out ProvisioningFault fault)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(contractKey);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(recipient);
        envelope = null;
        fault = recipient.Use is CertificateUse.OemProvisioning or CertificateUse.Contract
            ? CheckRecipient(scheme, recipient.Leaf)
            : ProvisioningFault.RecipientUseWrong;
        if (fault != ProvisioningFault.None)
        {
            return false;
        }

        using var ephemeral = ECDiffieHellman.Create(CurveEncoding.Curve(scheme.KeyAlgorithm));
        envelope = Seal(scheme, contractKey, contract, recipient.Leaf, ephemeral, RandomNumberGenerator.GetBytes(scheme.IvLength), out fault);
        return envelope is not null;
    }

    /// <summary>Opens an envelope: the signature first, then the agreement, the decryption and the check against the contract certificate.</summary>
    /// <param name="scheme">The edition's way.</param>
    /// <param name="opening">The envelope and everything that goes with it.</param>
    /// <param name="contractKey">The private key of the contract certificate on success; the caller disposes it.</param>
    /// <param name="fault">The reason on failure.</param>
    /// <returns>Whether the envelope was opened.</returns>
    /// <exception cref="CryptographicException">The recipient's own key failed, as that of a token may.</exception>
    public static bool TryOpen(
        ContractKeyScheme scheme, ContractKeyOpening opening, [NotNullWhen(true)] out ECDsa? contractKey, out ProvisioningFault fault)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(opening);
        contractKey = null;
        fault = Check(scheme, opening);
        if (fault != ProvisioningFault.None || (fault = scheme.Bind(opening.Contract, out var associatedData)) != ProvisioningFault.None)
        {
            return false;
        }

        var secret = opening.RecipientKey.Agree(opening.Envelope.SenderPublicKey.Span);
        var scalar = new byte[scheme.KeyAlgorithm.FieldLength()];
        try
        {
            if (!scheme.TryDecrypt(secret, opening.Envelope.EncryptedPrivateKey.Span, scalar, associatedData))
            {
                fault = ProvisioningFault.DecryptionFailed;
                return false;
            }

            contractKey = ContractScalar.ToKey(scheme.KeyAlgorithm, scalar, opening.Contract.PublicKey.Span, out fault);
            return contractKey is not null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    /// <summary>Seals with a given key of the sender and a given initialization vector, so that the octets can be known beforehand.</summary>
    internal static ContractKeyEnvelope? Seal(
        ContractKeyScheme scheme,
        ECDsa contractKey,
        Certificate contract,
        Certificate recipient,
        ECDiffieHellman ephemeral,
        ReadOnlySpan<byte> iv,
        out ProvisioningFault fault)
    {
        if (contract.KeyAlgorithm != scheme.KeyAlgorithm)
        {
            fault = ProvisioningFault.ContractKeyUnsuitable;
            return null;
        }

        fault = scheme.Bind(contract, out var associatedData);
        if (fault != ProvisioningFault.None)
        {
            return null;
        }

        var parameters = contractKey.ExportParameters(includePrivateParameters: true);
        try
        {
            if (!CurveEncoding.Point(parameters.Q).AsSpan().SequenceEqual(contract.PublicKey.Span))
            {
                fault = ProvisioningFault.PrivateKeyMismatch;
                return null;
            }

            using var sender = new ECDiffieHellmanAgreement(ephemeral, leaveOpen: true);
            return new ContractKeyEnvelope(sender.PublicKey, scheme.Encrypt(sender.Agree(recipient.PublicKey.Span), iv, parameters.D, associatedData));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }
    }

    private static ProvisioningFault CheckRecipient(ContractKeyScheme scheme, Certificate recipient) =>
        !recipient.KeyUsage.HasFlag(KeyUsage.KeyAgreement) ? ProvisioningFault.RecipientKeyUsage
        : recipient.KeyAlgorithm != scheme.KeyAlgorithm || !recipient.HasUsableKey() ? ProvisioningFault.RecipientKeyUnsuitable
        : ProvisioningFault.None;

    // Nothing of the delivery is looked at before its signature is known to hold.
    private static ProvisioningFault Check(ContractKeyScheme scheme, ContractKeyOpening opening)
    {
        if (opening.Provider.Use != CertificateUse.CertificateProvisioning)
        {
            return ProvisioningFault.ProviderUseWrong;
        }

        if (!opening.IsSignedBy(opening.Provider.Leaf))
        {
            return ProvisioningFault.SignatureInvalid;
        }

        var own = CheckRecipient(scheme, opening.Recipient);
        if (own != ProvisioningFault.None)
        {
            return own;
        }

        return !opening.RecipientKey.PublicKey.Span.SequenceEqual(opening.Recipient.PublicKey.Span) ? ProvisioningFault.RecipientKeyUnsuitable
            : opening.Contract.KeyAlgorithm != scheme.KeyAlgorithm ? ProvisioningFault.ContractKeyUnsuitable
            : opening.Envelope.EncryptedPrivateKey.Length != scheme.EncryptedLength ? ProvisioningFault.EnvelopeMalformed
            : !CurveEncoding.IsPoint(scheme.KeyAlgorithm, opening.Envelope.SenderPublicKey.Span) ? ProvisioningFault.SenderKeyInvalid
            : ProvisioningFault.None;
    }
}
