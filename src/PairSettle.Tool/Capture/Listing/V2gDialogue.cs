using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>
/// The messages of one connection. supportedAppProtocol decides the set of all that follow under payload type 0x8001; until it is seen, a
/// set counts only where it alone accepts.
/// </summary>
internal sealed class V2gDialogue
{
    private readonly Dictionary<byte, string> _offered = [];
    private string? _negotiated;

    /// <summary>Reads a frame into the line about it.</summary>
    public ListingEntry Read(V2gtpFrame frame, ListingEntry entry)
    {
        string? set = null;
        if (frame.PayloadType is V2gtpPayloadType.ExiMessage && _negotiated is not null)
        {
            // By the whole name: what a peer sends is no path and no abbreviation.
            set = MessageSets.All.FirstOrDefault(known => known.Namespace == _negotiated)?.Name;
            if (set is null)
            {
                return Refuse(frame, entry, new(WireFault.SetUnknown, $"{_negotiated} was negotiated: no codec for this message set"));
            }
        }

        if (!FrameReader.TryRead(frame, set, fragment: false, out var message, out var error))
        {
            return Refuse(frame, entry, error);
        }

        entry = entry with { Message = message };
        return message.Set switch
        {
            "appprotocol" => entry with { Note = Follow(frame.Payload.Span) },
            null when frame.PayloadType is V2gtpPayloadType.SdpRequest or V2gtpPayloadType.SdpResponse => entry with { Note = Inline(message.Xml) },
            null => entry,
            _ when _negotiated is null => entry with { Note = "set not negotiated in this capture" },
            _ => entry,
        };
    }

    private static ListingEntry Refuse(V2gtpFrame frame, ListingEntry entry, WireError error) => entry with
    {
        Subject = XmlForm.Hex16((int)frame.PayloadType),
        Problem = error.ToString(),
    };

    private string? Follow(ReadOnlySpan<byte> exi)
    {
        if (SupportedAppProtocolReq.TryDecode(exi, out var request, out _))
        {
            _offered.Clear();
            foreach (var protocol in request.AppProtocol)
            {
                _offered.TryAdd(protocol.SchemaID, protocol.ProtocolNamespace);
            }

            return "offers " + string.Join(", ", request.AppProtocol.OrderBy(p => p.Priority).Select(p => p.ProtocolNamespace));
        }

        if (!SupportedAppProtocolRes.TryDecode(exi, out var response, out _))
        {
            return null;
        }

        if (response.SchemaID is not { } chosen || response.ResponseCode is ResponseCodeType.Failed_NoNegotiation)
        {
            return response.ResponseCode.ToString();
        }

        if (!_offered.TryGetValue(chosen, out var protocolNamespace))
        {
            return $"chooses SchemaID {chosen}, which the capture does not show";
        }

        _negotiated = protocolNamespace;
        return "chooses " + protocolNamespace;
    }

    // SDP messages are short enough for one line.
    private static string Inline(string xml) =>
        string.Join(' ', System.Xml.Linq.XElement.Parse(xml).Elements().Select(child => $"{child.Name.LocalName}={child.Value}"));
}
