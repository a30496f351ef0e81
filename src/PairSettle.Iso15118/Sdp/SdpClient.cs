using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PairSettle.Iso15118.Sdp;

/// <summary>
/// Asks the link for its SECC, again and again until an acceptable answer arrives. Whatever else arrives is ignored and does not prolong
/// the wait.
/// </summary>
public sealed class SdpClient : ISeccDiscovery
{
    private const int BufferSize = 64;

    private readonly SdpClientOptions _options;

    /// <summary>A client with the given options.</summary>
    /// <param name="options">How to look.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public SdpClient(SdpClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <inheritdoc/>
    public async ValueTask<SeccEndpoint> DiscoverAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = new SdpRequest(_options.Security, SdpTransport.Tcp).ToDatagram();
        var buffer = new byte[BufferSize];
        var ignored = default(SdpError);
        using var socket = Open();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<SocketReceiveFromResult>? receiving = null;
        try
        {
            for (var tries = 0; tries < _options.MaxRequests; tries++)
            {
                await socket.SendToAsync(request, SocketFlags.None, _options.Target, cancellationToken).ConfigureAwait(false);
                var began = _options.TimeProvider.GetTimestamp();
                while (true)
                {
                    receiving ??= socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.IPv6Any, 0), ending.Token).AsTask();
                    var left = _options.ResponseTimeout - _options.TimeProvider.GetElapsedTime(began);
                    if (!await WaitAsync(receiving, left, cancellationToken).ConfigureAwait(false))
                    {
                        break;
                    }

                    var received = await receiving.ConfigureAwait(false);
                    receiving = null;
                    if (TryAccept(buffer.AsMemory(0, received.ReceivedBytes), (IPEndPoint)received.RemoteEndPoint, out var endpoint, ref ignored))
                    {
                        return endpoint;
                    }
                }
            }
        }
        catch (SocketException exception)
        {
            throw new SdpException(new(SdpFault.InterfaceUnusable, exception.SocketErrorCode.ToString()), exception);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            if (receiving is not null)
            {
                await ((Task)receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        throw new SdpException(new(SdpFault.NoResponse, string.Create(
            CultureInfo.InvariantCulture,
            $"{_options.MaxRequests} requests{(ignored.Fault is SdpFault.None ? "" : $"; last datagram ignored: {ignored}")}")));
    }

    private Socket Open()
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.IPv6Any, 0));
            if (_options.InterfaceIndex != 0)
            {
                socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastInterface, _options.InterfaceIndex);
            }

            return socket;
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new SdpException(new(SdpFault.InterfaceUnusable, exception.SocketErrorCode.ToString()), exception);
        }
    }

    private async ValueTask<bool> WaitAsync(Task receiving, TimeSpan left, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        try
        {
            await receiving.WaitAsync(left, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private bool TryAccept(
        ReadOnlyMemory<byte> datagram, IPEndPoint source, [NotNullWhen(true)] out SeccEndpoint? endpoint, ref SdpError ignored)
    {
        endpoint = null;
        if (!IsFromTarget(source))
        {
            return false;
        }

        if (!SdpResponse.TryParse(datagram, out var response, out var error))
        {
            ignored = error;
            return false;
        }

        if (response.Transport is not SdpTransport.Tcp)
        {
            ignored = new(SdpFault.TransportMismatch, $"asked for {SdpTransport.Tcp}, offered {response.Transport}");
            return false;
        }

        if (response.Security != _options.Security && _options.Acceptance is SdpSecurityAcceptance.AsRequested)
        {
            ignored = new(SdpFault.SecurityMismatch, $"asked for {_options.Security}, offered {response.Security}");
            return false;
        }

        var address = response.Address.IsIPv6LinkLocal
            ? new IPAddress(response.Address.GetAddressBytes(), source.Address.ScopeId != 0 ? source.Address.ScopeId : _options.InterfaceIndex)
            : response.Address;
        endpoint = new(new IPEndPoint(address, response.Port), response.Security);
        return true;
    }

    private bool IsFromTarget(IPEndPoint source) =>
        _options.Target.Address.IsIPv6Multicast
            ? SdpEndpoints.IsOnLink(source, _options.InterfaceIndex)
            : source.Port == _options.Target.Port && source.Address.GetAddressBytes().AsSpan().SequenceEqual(_options.Target.Address.GetAddressBytes());
}
