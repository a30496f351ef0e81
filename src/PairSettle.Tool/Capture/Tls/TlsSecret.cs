namespace PairSettle.Tool.Capture.Tls;

/// <summary>The secrets of a key log that records are opened with.</summary>
internal enum TlsSecret
{
    /// <summary>TLS 1.2: the master secret (<c>CLIENT_RANDOM</c>).</summary>
    Master,

    ClientHandshakeTraffic,

    ServerHandshakeTraffic,

    /// <summary>The first application secret of the client (<c>CLIENT_TRAFFIC_SECRET_0</c>); later ones follow from it.</summary>
    ClientTraffic,

    ServerTraffic,
}
