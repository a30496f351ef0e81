using System.Net;
using System.Net.Sockets;

namespace PairSettle.Iso15118.Sdp;

/// <summary>Where an SECC listens for discovery and what it answers.</summary>
public sealed record SdpServerOptions
{
    /// <summary>The interface to the vehicle; 0 leaves the choice to the system, which suits loopback only.</summary>
    public int InterfaceIndex { get; init; }

    /// <summary>The UDP port: 15118, or 0 for any free one.</summary>
    public int Port { get; init; } = SdpEndpoints.Port;

    /// <summary>The address to bind to.</summary>
    public IPAddress Address { get; init; } = IPAddress.IPv6Any;

    /// <summary>The group to join: all nodes on the link. Null joins none and serves requests that are sent to this host.</summary>
    public IPAddress? MulticastGroup { get; init; } = SdpEndpoints.AllNodes;

    /// <summary>How to answer.</summary>
    public SdpAnswerPolicy AnswerPolicy { get; init; } = SdpAnswerPolicy.FollowRequest;

    /// <summary>Where TLS connections are taken; null if nowhere.</summary>
    public IPEndPoint? TlsEndpoint { get; init; }

    /// <summary>Where plain TCP connections are taken; null if nowhere.</summary>
    public IPEndPoint? TcpEndpoint { get; init; }

    /// <summary>What these options answer to a request.</summary>
    /// <param name="request">The request of an EVCC.</param>
    /// <returns>The answer, or null for silence: nothing suitable is on offer, or UDP was asked for.</returns>
    public SdpResponse? Answer(SdpRequest request)
    {
        if (request.Transport is not SdpTransport.Tcp)
        {
            return null;
        }

        var security = AnswerPolicy switch
        {
            SdpAnswerPolicy.RequireTls => SdpSecurity.Tls,
            SdpAnswerPolicy.ProhibitTls => SdpSecurity.None,
            _ => request.Security,
        };
        return (security is SdpSecurity.Tls ? TlsEndpoint : TcpEndpoint) is { } endpoint
            ? new(endpoint.Address, endpoint.Port, security, SdpTransport.Tcp)
            : null;
    }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(InterfaceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        if (Address.AddressFamily is not AddressFamily.InterNetworkV6 || MulticastGroup is { IsIPv6Multicast: false })
        {
            throw new ArgumentException("SECC discovery runs over IPv6, and a group is a multicast address.");
        }

        if (AnswerPolicy is SdpAnswerPolicy.RequireTls && TlsEndpoint is null ||
            AnswerPolicy is SdpAnswerPolicy.ProhibitTls && TcpEndpoint is null ||
            TlsEndpoint is null && TcpEndpoint is null)
        {
            throw new ArgumentException("The endpoint that the answer policy needs is not set.");
        }

        // Fails here, at construction, and not at the first request, when an endpoint cannot be announced.
        foreach (var endpoint in new[] { TlsEndpoint, TcpEndpoint })
        {
            if (endpoint is not null)
            {
                _ = new SdpResponse(endpoint.Address, endpoint.Port, SdpSecurity.Tls, SdpTransport.Tcp).ToDatagram();
            }
        }
    }
}
