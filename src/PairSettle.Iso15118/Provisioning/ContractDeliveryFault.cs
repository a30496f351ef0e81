namespace PairSettle.Iso15118.Provisioning;

/// <summary>Why a delivered contract was not accepted. The number is the published code: 6003 is <c>V2G6003</c>.</summary>
public enum ContractDeliveryFault
{
    /// <summary>The contract was accepted.</summary>
    None = 0,

    /// <summary>The message is no CertificateInstallationRes or CertificateUpdateRes that reports success.</summary>
    NotADelivery = 6001,

    /// <summary>A certificate of the message is not well-formed.</summary>
    CertificateMalformed = 6002,

    /// <summary>The chain of the provisioning service is not trusted; its report says why.</summary>
    ProviderNotTrusted = 6003,

    /// <summary>The provisioning service did not sign all four parts; the signature's report says why.</summary>
    SignatureInvalid = 6004,

    /// <summary>The contract certificate is not of the contract that the message names.</summary>
    ContractMismatch = 6005,

    /// <summary>The private key could not be opened; the provisioning fault says why.</summary>
    KeyNotOpened = 6006,
}
