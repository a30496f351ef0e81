namespace PairSettle.Tool.Capture.Tls;

/// <summary>What a TLS record holds.</summary>
internal enum TlsContentType : byte
{
    ChangeCipherSpec = 20,
    Alert = 21,
    Handshake = 22,
    ApplicationData = 23,
}
