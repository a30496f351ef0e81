using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// A contract certificate and its encrypted private key. The certificate provisioning service signs this element.
/// </summary>
[ExiType("SignedInstallationDataType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("SignedInstallationData", CommonMessagesSchema.Namespace)]
public sealed partial record SignedInstallationDataType
{
    /// <summary>The contract certificate and its issuers.</summary>
    [ExiElement]
    public required ContractCertificateChainType ContractCertificateChain { get; init; }

    /// <summary>The curve of the key agreement that encrypts the private key.</summary>
    [ExiElement]
    public required EcdhCurveType ECDHCurve { get; init; }

    /// <summary>
    /// The sender's public key for that key agreement, 133 octets: an uncompressed point of secp521r1 has so many.
    /// </summary>
    [ExiElement]
    [ExiLength(133, 133)]
    public required ExiBytes DHPublicKey { get; init; }

    /// <summary>
    /// A key on secp521r1, 94 octets: initialization vector (12), encrypted key (66), authentication tag (16).
    /// </summary>
    [ExiElement]
    [ExiChoice("EncryptedPrivateKey")]
    [ExiLength(94, 94)]
    public ExiBytes? SECP521_EncryptedPrivateKey { get; init; }

    /// <summary>A key of Ed448, 84 octets.</summary>
    [ExiElement]
    [ExiChoice("EncryptedPrivateKey")]
    [ExiLength(84, 84)]
    public ExiBytes? X448_EncryptedPrivateKey { get; init; }

    /// <summary>A key for import into a trusted platform module, 206 octets.</summary>
    [ExiElement]
    [ExiChoice("EncryptedPrivateKey")]
    [ExiLength(206, 206)]
    public ExiBytes? TPM_EncryptedPrivateKey { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier(AllowEmpty = true)]
    public required string Id { get; init; }
}
