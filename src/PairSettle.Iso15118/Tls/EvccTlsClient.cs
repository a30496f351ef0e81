using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PairSettle.Iso15118.Tls;

/// <summary>
/// The TLS end of an EVCC for ISO 15118-2: TLS 1.2, no server name (some SECCs abort on the scoped addresses of this link), and the SECC's
/// chain judged by the verifier of PairSettle.Credentials alone, never by the stores of the machine or by anything on a network.
/// </summary>
public sealed class EvccTlsClient
{
    private readonly EvccTlsOptions _options;

    /// <summary>A client with the given demands.</summary>
    /// <param name="options">Anchors, evidence, policy and bounds.</param>
    public EvccTlsClient(EvccTlsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.HandshakeTimeout, TimeSpan.Zero);
        _options = options;
    }

    /// <summary>Runs the handshake on an open connection.</summary>
    /// <param name="transport">The connection; it is closed when the handshake fails, and with the result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The protected connection with the verified chain of the SECC.</returns>
    /// <exception cref="TlsException">The handshake failed or took too long, or the chain was not trusted.</exception>
    public ValueTask<TlsConnection> ConnectAsync(Stream transport, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transport);
        var secc = new SeccChainJudge(_options);
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = "",
            EnabledSslProtocols = SslProtocols.Tls12,
            RemoteCertificateValidationCallback = secc.Judge,

            // The platform builds a chain of its own before it asks; keep it away from stores and networks. Its result is not looked at.
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationFlags = X509VerificationFlags.AllFlags,
            },
            AllowTlsResume = false,
            AllowRenegotiation = false,
            CipherSuitesPolicy = _options.CipherSuites.ToPolicy(),
        };
        return TlsHandshake.RunAsync(
            new SslStream(transport, leaveInnerStreamOpen: false),
            (stream, token) => stream.AuthenticateAsClientAsync(authentication, token),
            _options.CipherSuites,
            _options.HandshakeTimeout,
            _options.TimeProvider,
            () => (secc.Error, secc.Leaf, secc.Report),
            cancellationToken);
    }
}
