using System.Net;
using System.Net.Sockets;

namespace PairSettle.Iso15118.Sdp;

/// <summary>How an EVCC looks for its SECC.</summary>
public sealed record SdpClientOptions
{
    /// <summary>The interface to the charger; 0 leaves the choice to the system, which suits unicast targets only.</summary>
    public int InterfaceIndex { get; init; }

    /// <summary>Where requests go: all nodes on the link, port 15118. A unicast address asks one host only.</summary>
    public IPEndPoint Target { get; init; } = new(SdpEndpoints.AllNodes, SdpEndpoints.Port);

    /// <summary>The security to ask for.</summary>
    public SdpSecurity Security { get; init; } = SdpSecurity.Tls;

    /// <summary>Which offers to take.</summary>
    public SdpSecurityAcceptance Acceptance { get; init; } = SdpSecurityAcceptance.AsRequested;

    /// <summary>How long to wait for an answer before asking again: 250 ms (ISO 15118-2 [V2G2-159]).</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often to ask in one cycle: 50 (ISO 15118-2 [V2G2-161]).</summary>
    public int MaxRequests { get; init; } = 50;

    /// <summary>The clock of <see cref="ResponseTimeout"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(InterfaceIndex);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRequests, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ResponseTimeout, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (Target.AddressFamily is not AddressFamily.InterNetworkV6 || Target.Port == 0)
        {
            throw new ArgumentException("SECC discovery runs over IPv6, to a port.");
        }
    }
}
