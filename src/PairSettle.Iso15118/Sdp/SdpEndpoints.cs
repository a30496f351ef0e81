using System.Net;
using System.Net.Sockets;

namespace PairSettle.Iso15118.Sdp;

/// <summary>Addresses of SECC discovery.</summary>
public static class SdpEndpoints
{
    /// <summary>The UDP port of every SDP server.</summary>
    public const int Port = 15118;

    /// <summary>All nodes on the link: ff02::1.</summary>
    public static IPAddress AllNodes { get; } = IPAddress.Parse("ff02::1");

    /// <summary>
    /// Whether a datagram comes from the link that discovery is about: a link-local source on the given interface, or this machine itself.
    /// The kernel hands a socket the all-nodes datagrams of every interface, so this has to be asked.
    /// </summary>
    internal static bool IsOnLink(IPEndPoint source, int interfaceIndex) =>
        IPAddress.IsLoopback(source.Address) ||
        (source.Address.AddressFamily is AddressFamily.InterNetworkV6 && source.Address.IsIPv6LinkLocal &&
            (interfaceIndex == 0 || source.Address.ScopeId == interfaceIndex));
}
