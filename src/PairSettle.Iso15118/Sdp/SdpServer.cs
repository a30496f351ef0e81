using System.Net;
using System.Net.Sockets;

namespace PairSettle.Iso15118.Sdp;

/// <summary>Answers the discovery requests of vehicles on one interface.</summary>
public sealed class SdpServer : IDisposable
{
    /// <summary>More octets than any request: a longer datagram is cut, and its length still tells that it is none.</summary>
    private const int BufferSize = 64;

    private readonly Socket _socket;
    private readonly SdpServerOptions _options;
    private int _silent;
    private long _answered;
    private long _ignored;

    /// <summary>Binds the socket and joins the group.</summary>
    /// <param name="options">Where to listen and what to answer.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="SdpException">The interface or the port cannot be used.</exception>
    public SdpServer(SdpServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Bind(new IPEndPoint(options.Address, options.Port));
            if (options.MulticastGroup is { } group)
            {
                _socket.SetSocketOption(
                    SocketOptionLevel.IPv6, SocketOptionName.AddMembership, new IPv6MulticastOption(group, options.InterfaceIndex));
            }

            LocalEndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        }
        catch (SocketException exception)
        {
            _socket.Dispose();
            throw new SdpException(new(SdpFault.InterfaceUnusable, exception.SocketErrorCode.ToString()), exception);
        }
    }

    /// <summary>The address and port that the server listens on.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>The requests that were answered.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>The datagrams that were no request, came from elsewhere, or asked for what is not on offer.</summary>
    public long Ignored => Interlocked.Read(ref _ignored);

    /// <summary>Whether requests are answered: not before the data link to the vehicle is up, and not while a session runs.</summary>
    public bool IsAnswering
    {
        get => Volatile.Read(ref _silent) == 0;
        set => Volatile.Write(ref _silent, value ? 0 : 1);
    }

    /// <summary>Answers requests until cancelled.</summary>
    /// <param name="cancellationToken">Ends the server.</param>
    /// <returns>Ends by cancellation.</returns>
    /// <exception cref="OperationCanceledException">The server was ended.</exception>
    /// <exception cref="SdpException">The interface failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var anybody = new IPEndPoint(IPAddress.IPv6Any, 0);
        while (true)
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, anybody, cancellationToken).ConfigureAwait(false);
                if (Respond(buffer.AsMemory(0, received.ReceivedBytes), (IPEndPoint)received.RemoteEndPoint) is { } answer)
                {
                    await _socket.SendToAsync(answer, SocketFlags.None, received.RemoteEndPoint, cancellationToken).ConfigureAwait(false);
                    Interlocked.Increment(ref _answered);
                }
                else
                {
                    Interlocked.Increment(ref _ignored);
                }
            }
            catch (SocketException exception) when (IsAboutOnePeer(exception.SocketErrorCode))
            {
                Interlocked.Increment(ref _ignored);
            }
            catch (SocketException exception)
            {
                throw new SdpException(new(SdpFault.InterfaceUnusable, exception.SocketErrorCode.ToString()), exception);
            }
        }
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose() => _socket.Dispose();

    private byte[]? Respond(ReadOnlyMemory<byte> datagram, IPEndPoint source) =>
        IsAnswering && SdpEndpoints.IsOnLink(source, _options.InterfaceIndex) && SdpRequest.TryParse(datagram, out var request, out _)
            ? _options.Answer(request)?.ToDatagram()
            : null;

    /// <summary>Errors that one datagram or one vanished vehicle causes, and that must not end the service for others.</summary>
    private static bool IsAboutOnePeer(SocketError error) =>
        error is SocketError.MessageSize or SocketError.ConnectionReset or SocketError.ConnectionRefused
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable;
}
