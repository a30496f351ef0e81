using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Sdp;

/// <summary>What an EVCC asks of every SECC on the link: two octets.</summary>
/// <param name="Security">The security that the EVCC wants.</param>
/// <param name="Transport">The transport that the EVCC wants.</param>
public readonly record struct SdpRequest(SdpSecurity Security, SdpTransport Transport)
{
    /// <summary>The octets of the payload.</summary>
    public const int PayloadSize = 2;

    /// <summary>Reads a whole datagram.</summary>
    /// <param name="datagram">The octets as received.</param>
    /// <param name="request">The request.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>Whether the datagram is exactly one request.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> datagram, out SdpRequest request, out SdpError error)
    {
        request = default;
        if (!SdpDatagram.TryUnwrap(datagram, V2gtpPayloadType.SdpRequest, PayloadSize, out var payload, out error) ||
            !SdpDatagram.TryReadChoices(payload, out var security, out var transport, out error))
        {
            return false;
        }

        request = new(security, transport);
        return true;
    }

    /// <summary>The datagram: V2GTP header and payload.</summary>
    /// <returns>Ten octets.</returns>
    public byte[] ToDatagram() => new V2gtpFrame(V2gtpPayloadType.SdpRequest, new[] { (byte)Security, (byte)Transport }).ToArray();
}
