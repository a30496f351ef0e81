namespace PairSettle.Credentials.Provisioning;

/// <summary>Why a contract's private key was not sealed or not opened. The value is the number of the documented code.</summary>
public enum ProvisioningFault
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>The chain of the delivery's signer was verified for another use than certificate provisioning.</summary>
    ProviderUseWrong = 4001,

    /// <summary>The delivery is not signed by the certificate provisioning service.</summary>
    SignatureInvalid = 4002,

    /// <summary>The recipient's chain was verified for another use than OEM provisioning or contract.</summary>
    RecipientUseWrong = 4003,

    /// <summary>The key usage of the recipient's certificate lacks keyAgreement.</summary>
    RecipientKeyUsage = 4004,

    /// <summary>The recipient's key is not of the scheme's kind, or is not the one of its certificate.</summary>
    RecipientKeyUnsuitable = 4005,

    /// <summary>The contract certificate's key is not of the scheme's kind.</summary>
    ContractKeyUnsuitable = 4006,

    /// <summary>The encrypted key does not have the length of the scheme.</summary>
    EnvelopeMalformed = 4007,

    /// <summary>The sender's public key is not an uncompressed point of the scheme's curve.</summary>
    SenderKeyInvalid = 4008,

    /// <summary>The authentication tag is not of this ciphertext under the agreed key.</summary>
    DecryptionFailed = 4009,

    /// <summary>The private key is zero, or not smaller than the order of the base point.</summary>
    PrivateKeyOutOfRange = 4010,

    /// <summary>The private key is not the one of the contract certificate.</summary>
    PrivateKeyMismatch = 4011,

    /// <summary>The PCID does not have 18 characters, or the contract certificate's subject key identifier not 8 octets.</summary>
    IdentifierUnsuitable = 4012,
}
