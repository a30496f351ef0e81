namespace PairSettle.Credentials;

/// <summary>The bits of the key usage extension (RFC 5280, 4.2.1.3); bit n of the extension is the value 1 &lt;&lt; n.</summary>
[Flags]
public enum KeyUsage
{
    /// <summary>No bit, or the extension is absent.</summary>
    None = 0,

    /// <summary>Bit 0.</summary>
    DigitalSignature = 1 << 0,

    /// <summary>Bit 1, also called content commitment.</summary>
    NonRepudiation = 1 << 1,

    /// <summary>Bit 2.</summary>
    KeyEncipherment = 1 << 2,

    /// <summary>Bit 3.</summary>
    DataEncipherment = 1 << 3,

    /// <summary>Bit 4.</summary>
    KeyAgreement = 1 << 4,

    /// <summary>Bit 5.</summary>
    KeyCertSign = 1 << 5,

    /// <summary>Bit 6.</summary>
    CrlSign = 1 << 6,

    /// <summary>Bit 7.</summary>
    EncipherOnly = 1 << 7,

    /// <summary>Bit 8.</summary>
    DecipherOnly = 1 << 8,
}
