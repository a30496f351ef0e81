using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Sdp;

/// <summary>Where an SECC takes V2G connections: twenty octets.</summary>
/// <param name="Address">The IPv6 address; the wire knows no scope, which the receiver takes from its interface.</param>
/// <param name="Port">The TCP port, 1 to 65535.</param>
/// <param name="Security">The security that the SECC offers there.</param>
/// <param name="Transport">The transport that the SECC offers there.</param>
public sealed record SdpResponse(IPAddress Address, int Port, SdpSecurity Security, SdpTransport Transport)
{
    /// <summary>The octets of the payload.</summary>
    public const int PayloadSize = 20;

    private const int AddressSize = 16;

    /// <summary>Reads a whole datagram.</summary>
    /// <param name="datagram">The octets as received.</param>
    /// <param name="response">The response.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>Whether the datagram is exactly one response with a usable endpoint.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> datagram, [NotNullWhen(true)] out SdpResponse? response, out SdpError error)
    {
        response = null;
        if (!SdpDatagram.TryUnwrap(datagram, V2gtpPayloadType.SdpResponse, PayloadSize, out var payload, out error) ||
            !SdpDatagram.TryReadChoices(payload[(AddressSize + 2)..], out var security, out var transport, out error))
        {
            return false;
        }

        var address = new IPAddress(payload[..AddressSize]);
        if (!IsUnicast(address))
        {
            error = new(SdpFault.AddressInvalid, "not the IPv6 unicast address of an SECC");
            return false;
        }

        var port = BinaryPrimitives.ReadUInt16BigEndian(payload[AddressSize..]);
        if (port == 0)
        {
            error = new(SdpFault.PortInvalid, "port 0");
            return false;
        }

        response = new(address, port, security, transport);
        return true;
    }

    /// <summary>The datagram: V2GTP header and payload.</summary>
    /// <returns>Twenty-eight octets.</returns>
    /// <exception cref="InvalidOperationException">The address is not IPv6 unicast, or the port not in 1 to 65535.</exception>
    public byte[] ToDatagram()
    {
        if (!IsUnicast(Address) || Port is < 1 or > ushort.MaxValue)
        {
            throw new InvalidOperationException("An SDP response names an IPv6 unicast address and a port from 1 to 65535.");
        }

        var payload = new byte[PayloadSize];
        Address.TryWriteBytes(payload, out _);
        BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(AddressSize), (ushort)Port);
        payload[AddressSize + 2] = (byte)Security;
        payload[AddressSize + 3] = (byte)Transport;
        return new V2gtpFrame(V2gtpPayloadType.SdpResponse, payload).ToArray();
    }

    private static bool IsUnicast(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetworkV6 &&
        !address.IsIPv6Multicast && !address.IsIPv4MappedToIPv6 && !IPAddress.IPv6Any.Equals(address);
}
