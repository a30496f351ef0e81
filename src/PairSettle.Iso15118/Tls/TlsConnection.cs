using System.Net.Security;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>An authenticated TLS 1.2 connection.</summary>
public sealed class TlsConnection : IAsyncDisposable
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    private readonly SslStream _stream;
    private readonly TimeProvider _timeProvider;

    internal TlsConnection(SslStream stream, TimeProvider timeProvider, Certificate secc, ChainReport? seccReport)
    {
        _stream = stream;
        _timeProvider = timeProvider;
        SeccReport = seccReport;
        CipherSuite = stream.NegotiatedCipherSuite;
        ChannelBinding = TlsChannelBinding.Of(stream, secc);
    }

    /// <summary>The protected stream.</summary>
    public Stream Stream => _stream;

    /// <summary>What binds signatures to this connection.</summary>
    public TlsChannelBinding ChannelBinding { get; }

    /// <summary>The negotiated cipher suite.</summary>
    public TlsCipherSuite CipherSuite { get; }

    /// <summary>At the EVCC, the report on the chain of the SECC; null at the SECC, since ISO 15118-2 vehicles present no certificate in TLS.</summary>
    public ChainReport? SeccReport { get; }

    /// <summary>At the EVCC, the verified chain of the SECC; null at the SECC.</summary>
    public VerifiedChain? SeccChain => SeccReport?.Chain;

    /// <summary>Tells the peer that nothing more comes (close_notify), without waiting long for it, and closes the stream.</summary>
    /// <returns>Ends when the stream is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.ShutdownAsync().WaitAsync(CloseTimeout, _timeProvider).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or InvalidOperationException or NotSupportedException)
        {
            // The peer is gone or does not read: there is nobody to tell.
        }

        await _stream.DisposeAsync().ConfigureAwait(false);
    }
}
