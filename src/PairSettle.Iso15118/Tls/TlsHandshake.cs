using System.ComponentModel;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>What both ends do around the handshake of the platform: deadline, coded errors, and a look at what was negotiated.</summary>
internal static class TlsHandshake
{
    public static async ValueTask<TlsConnection> RunAsync(
        SslStream stream,
        Func<SslStream, CancellationToken, Task> authenticate,
        TlsCipherSuites suites,
        TimeSpan timeout,
        TimeProvider timeProvider,
        Func<(TlsError Error, Certificate? Secc, ChainReport? Report)> judgement,
        CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(timeout, timeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            try
            {
                await authenticate(stream, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TlsException(new(TlsFault.HandshakeTimedOut, $"no handshake within {timeout}"), null, exception);
            }
            catch (Exception exception) when (exception is IOException or AuthenticationException or InvalidOperationException
                or CryptographicException or Win32Exception or NotSupportedException)
            {
                var (error, _, report) = judgement();
                throw error.Fault is TlsFault.None
                    ? new TlsException(new(TlsFault.HandshakeFailed, "the handshake failed"), report, exception)
                    : new TlsException(error, report, exception);
            }

            if (stream.SslProtocol is not SslProtocols.Tls12 || !suites.Includes(stream.NegotiatedCipherSuite))
            {
                throw new TlsException(new(
                    TlsFault.ParametersUnexpected, $"expected TLS 1.2 and {suites}, found {stream.SslProtocol} and {stream.NegotiatedCipherSuite}"));
            }

            var (_, secc, chain) = judgement();
            return new TlsConnection(stream, timeProvider, secc!, chain);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
