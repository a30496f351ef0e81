using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>How an SECC serves TLS.</summary>
public sealed record SeccTlsOptions
{
    /// <summary>The SECC's chain, without the root, and key. The signer is an <see cref="ECDsaSigner"/>: platform TLS takes keys in that shape only.</summary>
    public required Credential Credential { get; init; }

    /// <summary>The cipher suites.</summary>
    public TlsCipherSuites CipherSuites { get; init; } = TlsCipherSuites.Iso15118Part2;

    /// <summary>The most time from the first octet to the end of the handshake: 15 s.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock of the timeout.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
