using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>The TLS end of an SECC for ISO 15118-2: TLS 1.2, the SECC authenticates, the vehicle does not.</summary>
public sealed class SeccTlsServer : IDisposable
{
    private readonly SeccTlsOptions _options;
    private readonly X509Certificate2 _leaf;
    private readonly List<X509Certificate2> _intermediates = [];
    private readonly SslServerAuthenticationOptions _authentication;

    /// <summary>Prepares the credential once for all connections.</summary>
    /// <param name="options">Credential and bounds.</param>
    /// <exception cref="TlsException">The key cannot serve TLS, or is not the key of the certificate (<see cref="TlsFault.KeyUnusable"/>).</exception>
    public SeccTlsServer(SeccTlsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.HandshakeTimeout, TimeSpan.Zero);
        _options = options;
        _leaf = Join(options.Credential);
        _intermediates.AddRange(options.Credential.Intermediates.Select(static sub => X509CertificateLoader.LoadCertificate(sub.RawData.Span)));
        _authentication = new SslServerAuthenticationOptions
        {
            // Offline: nothing is fetched, neither missing issuers nor OCSP answers.
            ServerCertificateContext = SslStreamCertificateContext.Create(_leaf, [.. _intermediates], offline: true),
            EnabledSslProtocols = SslProtocols.Tls12,
            ClientCertificateRequired = false,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,

            // A resumed session would repeat what tls-unique is derived from: see docs/decisions/channel-binding.md.
            AllowTlsResume = false,
            AllowRenegotiation = false,
            CipherSuitesPolicy = options.CipherSuites.ToPolicy(),
        };
    }

    /// <summary>Runs the handshake on an accepted connection.</summary>
    /// <param name="transport">The connection; it is closed when the handshake fails, and with the result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The protected connection.</returns>
    /// <exception cref="TlsException">The handshake failed or took too long.</exception>
    public ValueTask<TlsConnection> AcceptAsync(Stream transport, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transport);
        return TlsHandshake.RunAsync(
            new SslStream(transport, leaveInnerStreamOpen: false),
            (stream, token) => stream.AuthenticateAsServerAsync(_authentication, token),
            _options.CipherSuites,
            _options.HandshakeTimeout,
            _options.TimeProvider,
            () => (default, _options.Credential.Leaf, null),
            cancellationToken);
    }

    /// <summary>Releases the key's copy and the certificates.</summary>
    public void Dispose()
    {
        _leaf.Dispose();
        _intermediates.ForEach(static intermediate => intermediate.Dispose());
    }

    private static X509Certificate2 Join(Credential credential)
    {
        if (credential.Signer is not ECDsaSigner signer)
        {
            throw new TlsException(new(TlsFault.KeyUnusable, $"expected a key behind an {nameof(ECDsaSigner)}, found a {credential.Signer.GetType().Name}"));
        }

        try
        {
            return signer.JoinWith(credential.Leaf);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or NotSupportedException)
        {
            throw new TlsException(new(TlsFault.KeyUnusable, "the key is not the certificate's, or cannot be duplicated"), null, exception);
        }
    }
}
