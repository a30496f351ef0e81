using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>How an EVCC opens TLS, and what it demands of the SECC.</summary>
public sealed record EvccTlsOptions
{
    /// <summary>The anchors: V2G roots, and roots of private operators.</summary>
    public required TrustStore Anchors { get; init; }

    /// <summary>Revocation evidence at hand. Nothing is fetched.</summary>
    public RevocationEvidence Evidence { get; init; } = RevocationEvidence.Empty;

    /// <summary>How the chain is judged.</summary>
    public ChainPolicy Policy { get; init; } = ChainPolicy.Default;

    /// <summary>The cipher suites.</summary>
    public TlsCipherSuites CipherSuites { get; init; } = TlsCipherSuites.Iso15118Part2;

    /// <summary>The most time for the handshake: 15 s.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock of the timeout, and of the instant at which the chain is judged.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
