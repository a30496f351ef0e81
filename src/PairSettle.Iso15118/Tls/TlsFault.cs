namespace PairSettle.Iso15118.Tls;

/// <summary>Why TLS did not come about. The number is the published code: 3005 is <c>V2G3005</c>.</summary>
public enum TlsFault
{
    /// <summary>Nothing failed.</summary>
    None = 0,

    /// <summary>The handshake failed: no common suite, a broken message, or the peer refused or went away.</summary>
    HandshakeFailed = 3001,

    /// <summary>The handshake was not complete in time.</summary>
    HandshakeTimedOut = 3002,

    /// <summary>The SECC presented no certificate, or more than any chain has.</summary>
    CertificateListInvalid = 3003,

    /// <summary>A certificate of the SECC is not well-formed.</summary>
    CertificateMalformed = 3004,

    /// <summary>The chain of the SECC was rejected; the report says why.</summary>
    ChainRejected = 3005,

    /// <summary>The chain of the SECC could be neither trusted nor rejected; the report says what was missing.</summary>
    ChainUndetermined = 3006,

    /// <summary>The own private key is not of a shape that the platform's TLS can use, or not the key of the certificate.</summary>
    KeyUnusable = 3007,

    /// <summary>The platform gave no channel binding.</summary>
    ChannelBindingUnavailable = 3008,

    /// <summary>Another protocol version or cipher suite than asked for was negotiated.</summary>
    ParametersUnexpected = 3009,
}
