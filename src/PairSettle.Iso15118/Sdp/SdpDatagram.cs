using System.Globalization;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Sdp;

/// <summary>What requests and responses have in common.</summary>
internal static class SdpDatagram
{
    public static bool TryUnwrap(
        ReadOnlyMemory<byte> datagram, V2gtpPayloadType expected, int size, out ReadOnlySpan<byte> payload, out SdpError error)
    {
        payload = default;
        if (!V2gtpFrame.TryParse(datagram, out var frame, out var framing))
        {
            error = new(SdpFault.FrameInvalid, framing.ToString());
            return false;
        }

        if (frame.PayloadType != expected)
        {
            error = new(SdpFault.PayloadTypeUnexpected, $"expected 0x{(int)expected:X4}, found 0x{(int)frame.PayloadType:X4}");
            return false;
        }

        if (frame.Payload.Length != size)
        {
            error = new(
                SdpFault.LengthInvalid, string.Create(CultureInfo.InvariantCulture, $"expected {size} octets, found {frame.Payload.Length}"));
            return false;
        }

        payload = frame.Payload.Span;
        error = default;
        return true;
    }

    /// <summary>Reads the two octets that end both messages.</summary>
    public static bool TryReadChoices(ReadOnlySpan<byte> octets, out SdpSecurity security, out SdpTransport transport, out SdpError error)
    {
        security = (SdpSecurity)octets[0];
        transport = (SdpTransport)octets[1];
        if (!Enum.IsDefined(security))
        {
            error = new(SdpFault.SecurityUndefined, $"expected 0x00 or 0x10, found 0x{octets[0]:X2}");
            return false;
        }

        if (!Enum.IsDefined(transport))
        {
            error = new(SdpFault.TransportUndefined, $"expected 0x00 or 0x10, found 0x{octets[1]:X2}");
            return false;
        }

        error = default;
        return true;
    }
}
