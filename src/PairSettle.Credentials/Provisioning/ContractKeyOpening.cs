namespace PairSettle.Credentials.Provisioning;

/// <summary>
/// Everything that a vehicle needs in order to open an envelope. The encryption alone authenticates nobody, anyone can make an envelope for a
/// vehicle's public key, so there is no way to open one without its signer's verified chain and the check of the signature.
/// </summary>
public sealed record ContractKeyOpening
{
    /// <summary>The envelope.</summary>
    public required ContractKeyEnvelope Envelope { get; init; }

    /// <summary>The contract certificate that came with it.</summary>
    public required Certificate Contract { get; init; }

    /// <summary>The chain of the provisioning service, verified for <see cref="CertificateUse.CertificateProvisioning"/>.</summary>
    public required VerifiedChain Provider { get; init; }

    /// <summary>
    /// Says whether the message that holds envelope and contract certificate is signed, all of it, by the key of the certificate that is handed
    /// over: the leaf of <see cref="Provider"/>. It is asked before anything is decrypted.
    /// </summary>
    public required Func<Certificate, bool> IsSignedBy { get; init; }

    /// <summary>The certificate that the sender encrypted for: of OEM provisioning for an installation, of the present contract for an update.</summary>
    public required Certificate Recipient { get; init; }

    /// <summary>The private key of <see cref="Recipient"/>.</summary>
    public required ICredentialAgreement RecipientKey { get; init; }
}
