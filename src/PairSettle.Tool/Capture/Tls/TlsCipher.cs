namespace PairSettle.Tool.Capture.Tls;

/// <summary>How records are protected.</summary>
internal enum TlsCipher
{
    Cbc,
    Gcm,
    ChaCha20Poly1305,
}
