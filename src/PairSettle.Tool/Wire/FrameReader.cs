using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PairSettle.Exi;
using PairSettle.Iso15118.Sdp;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Wire;

/// <summary>Turns a V2GTP frame, or a bare EXI stream, into a message.</summary>
internal static class FrameReader
{
    /// <summary>Reads a frame or a bare stream: the octets of a header (0x01FE) never begin an EXI stream.</summary>
    /// <param name="octets">The whole input.</param>
    /// <param name="set">The set, by short name, or null to find it where it is unambiguous.</param>
    /// <param name="fragment">Whether the stream is a fragment.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryRead(ReadOnlyMemory<byte> octets, string? set, bool fragment, [NotNullWhen(true)] out WireMessage? message, out WireError error)
    {
        message = null;
        if (octets.Length >= 2 && octets.Span[0] < 0x80 && (octets.Span[0] ^ octets.Span[1]) == 0xFF)
        {
            if (V2gtpFrame.TryParse(octets, out var frame, out var framing))
            {
                return TryRead(frame, set, fragment, out message, out error);
            }

            error = new(WireFault.FrameInvalid, framing.ToString());
            return false;
        }

        return TryReadExi(null, octets.Span, set, fragment, set is null ? SetChoice.All : [], out message, out error);
    }

    /// <summary>Reads a frame.</summary>
    public static bool TryRead(V2gtpFrame frame, string? set, bool fragment, [NotNullWhen(true)] out WireMessage? message, out WireError error)
    {
        var candidates = PayloadTypes.SetsOf(frame.PayloadType);
        if (candidates.Length == 0)
        {
            return TryReadOther(frame, out message, out error);
        }

        if (set is not null && !candidates.Contains(set))
        {
            message = null;
            error = new(WireFault.SetContradicted,
                $"payload type {XmlForm.Hex16((int)frame.PayloadType)} carries {string.Join(", ", candidates)}, not {set}");
            return false;
        }

        // The payload type alone decides where it carries one set only.
        return TryReadExi(frame.PayloadType, frame.Payload.Span, set ?? (candidates.Length == 1 ? candidates[0] : null), fragment, candidates, out message, out error);
    }

    private static bool TryReadExi(
        V2gtpPayloadType? type, ReadOnlySpan<byte> exi, string? set, bool fragment, ReadOnlySpan<string> candidates,
        [NotNullWhen(true)] out WireMessage? message, out WireError error)
    {
        message = null;
        string? xml;
        if (set is null)
        {
            if (!SetChoice.TryDecode(exi, fragment, candidates, messagesOnly: type is not null && !fragment, out set, out xml, out error))
            {
                return false;
            }
        }
        else if (MessageSets.Find(set)?.Codec is not { } codec)
        {
            error = new(WireFault.SetUnknown, $"{set}: no codec for this message set");
            return false;
        }
        else if (!codec.TryDecodeToXml(exi, fragment, out xml, out var refusal))
        {
            error = new(WireFault.MessageRefused, $"{set} {refusal}");
            return false;
        }

        var summary = MessageSummary.Of(xml);
        message = new(type, set, summary.Name, summary.SessionId, summary.ResponseCode, xml);
        error = default;
        return true;
    }

    private static bool TryReadOther(V2gtpFrame frame, [NotNullWhen(true)] out WireMessage? message, out WireError error)
    {
        message = null;
        switch (frame.PayloadType)
        {
            case V2gtpPayloadType.SdpRequest:
                if (!SdpRequest.TryParse(frame.ToArray(), out var request, out var refusal))
                {
                    error = new(WireFault.SdpRefused, refusal.ToString());
                    return false;
                }

                message = Sdp(frame, XmlForm.Of("SDPRequest", ("Security", request.Security.ToString()), ("Transport", request.Transport.ToString())));
                break;
            case V2gtpPayloadType.SdpResponse:
                if (!SdpResponse.TryParse(frame.ToArray(), out var response, out refusal))
                {
                    error = new(WireFault.SdpRefused, refusal.ToString());
                    return false;
                }

                message = Sdp(frame, XmlForm.Of(
                    "SDPResponse",
                    ("Address", response.Address.ToString()),
                    ("Port", response.Port.ToString(CultureInfo.InvariantCulture)),
                    ("Security", response.Security.ToString()),
                    ("Transport", response.Transport.ToString())));
                break;
            default:
                var name = PayloadTypes.NameOf(frame.PayloadType);
                message = new(frame.PayloadType, null, name, null, null, XmlForm.Of(
                    "V2GTP",
                    ("PayloadType", XmlForm.Hex16((int)frame.PayloadType)),
                    ("Name", name),
                    ("Payload", Convert.ToHexString(frame.Payload.Span))));
                break;
        }

        error = default;
        return true;
    }

    private static WireMessage Sdp(V2gtpFrame frame, string xml) => new(frame.PayloadType, null, MessageSummary.Of(xml).Root, null, null, xml);
}
