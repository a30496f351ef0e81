namespace PairSettle.Iso15118.Tls;

/// <summary>
/// Which TLS 1.2 cipher suites are used, where the platform lets a program choose (OpenSSL does, Schannel does not). Static ECDH, the other
/// suite of ISO 15118-2, is gone from OpenSSL 3 and gives no forward secrecy; it is not offered.
/// </summary>
public enum TlsCipherSuites
{
    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 only, the mandatory suite of ISO 15118-2.</summary>
    Iso15118Part2,

    /// <summary>The mandatory suite, and before it the same one with GCM, for peers that know it.</summary>
    Iso15118Part2AndGcm,

    /// <summary>What the platform does by default.</summary>
    PlatformDefault,
}
