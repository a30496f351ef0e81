using System.Globalization;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Capture.Files;
using PairSettle.Tool.Capture.Network;
using PairSettle.Tool.Capture.Tls;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>
/// Lists what a capture holds of a charging session: SLAC, SECC discovery, and the V2GTP frames of every connection, inside TLS too where
/// there are secrets. What it holds beside is passed over. Memory is that of the file and a small multiple of it at most, whatever the file
/// says of itself.
/// </summary>
internal sealed class CaptureListing(KeyLog keyLog, IListingWriter writer)
{
    /// <summary>The most connections that are followed at a time; the one that was silent longest gives way.</summary>
    public const int MaxConversations = 4096;

    private const ushort SdpPort = 15118;

    private readonly Dictionary<(Endpoint, Endpoint), LinkedListNode<((Endpoint, Endpoint) Key, Conversation Conversation)>> _byEnds = [];
    private readonly LinkedList<((Endpoint, Endpoint) Key, Conversation Conversation)> _byAge = new();
    private readonly SortedDictionary<int, int> _unreadLinks = [];
    private int _fragments;

    /// <summary>Packets read.</summary>
    public int Packets { get; private set; }

    /// <summary>Messages listed.</summary>
    public int Messages { get; private set; }

    /// <summary>What could not be read.</summary>
    public int Problems { get; private set; }

    /// <summary>Lists a capture.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="error">Why it is no capture at all.</param>
    public bool TryRun(ReadOnlyMemory<byte> file, out CaptureError error)
    {
        if (!TryCollectKeys(file, out error) || !CaptureReader.TryOpen(file, out var reader, out error))
        {
            return false;
        }

        while (reader.TryRead(out var packet))
        {
            Packets++;
            Accept(packet);
        }

        foreach (var (_, conversation) in _byAge)
        {
            conversation.Close();
            conversation.Dispose();
        }

        ReportWhatWasLeft(reader.Error);
        return true;
    }

    // Secrets may lie anywhere: in blocks of the file, and in datagrams that some implementations send to whoever listens on the link.
    private bool TryCollectKeys(ReadOnlyMemory<byte> file, out CaptureError error)
    {
        if (!CaptureReader.TryOpen(file, out var reader, out error))
        {
            return false;
        }

        while (reader.TryRead(out var packet))
        {
            if (LinkFrame.TryParse(packet.LinkType, packet.Octets, out var frame) && frame.EtherType is LinkFrame.IPv4 or LinkFrame.IPv6
                && IpPacket.TryParse(frame.Payload, out var ip) && UdpDatagram.TryParse(ip, out var datagram)
                && KeyLog.LooksLikeLine(datagram.Payload.Span))
            {
                keyLog.Add(datagram.Payload.Span);
            }
        }

        foreach (var lines in reader.KeyLogs)
        {
            keyLog.Add(lines.Span);
        }

        return true;
    }

    private void Accept(CapturedPacket packet)
    {
        if (!LinkFrame.IsSupported(packet.LinkType))
        {
            _unreadLinks[(int)packet.LinkType] = _unreadLinks.GetValueOrDefault((int)packet.LinkType) + 1;
        }
        else if (!LinkFrame.TryParse(packet.LinkType, packet.Octets, out var frame))
        {
            // A packet that was cut off below its own header says nothing.
        }
        else if (frame.EtherType == LinkFrame.HomePlug)
        {
            if (HomePlugMessage.TryParse(frame.Payload.Span, out var message))
            {
                Write(new(packet.TimeNs, frame.Source.ToString(), frame.Destination.ToString(), "SLAC") { Subject = message.Name });
            }
        }
        else if (frame.EtherType is LinkFrame.IPv4 or LinkFrame.IPv6 && IpPacket.TryParse(frame.Payload, out var ip))
        {
            if (ip.IsFragment)
            {
                _fragments++;
            }
            else if (TcpSegment.TryParse(ip, out var segment))
            {
                ConversationOf(segment).Accept(segment, packet.TimeNs);
            }
            else if (UdpDatagram.TryParse(ip, out var datagram))
            {
                Accept(datagram, packet.TimeNs);
            }
        }
    }

    private void Accept(UdpDatagram datagram, long? timeNs)
    {
        if (datagram.Source.Port != SdpPort && datagram.Destination.Port != SdpPort)
        {
            return;
        }

        var entry = new ListingEntry(timeNs, datagram.Source.ToString(), datagram.Destination.ToString(), "SDP");
        Write(V2gtpFrame.TryParse(datagram.Payload, out var frame, out var error)
            ? new V2gDialogue().Read(frame, entry)
            : entry with { Problem = error.ToString() });
    }

    private Conversation ConversationOf(in TcpSegment segment)
    {
        var key = Order(segment.Source, segment.Destination) ? (segment.Source, segment.Destination) : (segment.Destination, segment.Source);
        if (_byEnds.TryGetValue(key, out var node))
        {
            _byAge.Remove(node);
            if (!node.Value.Conversation.IsSucceededBy(segment))
            {
                _byAge.AddLast(node);
                return node.Value.Conversation;
            }

            End(node.Value);
        }
        else if (_byEnds.Count == MaxConversations)
        {
            var oldest = _byAge.First!.Value;
            _byAge.RemoveFirst();
            End(oldest);
        }

        var conversation = new Conversation(segment, keyLog, Write);
        _byEnds[key] = _byAge.AddLast((key, conversation));
        return conversation;
    }

    private void End(((Endpoint, Endpoint) Key, Conversation Conversation) ended)
    {
        _byEnds.Remove(ended.Key);
        ended.Conversation.Close();
        ended.Conversation.Dispose();
    }

    private static bool Order(Endpoint a, Endpoint b)
    {
        var order = a.Port.CompareTo(b.Port);
        return order != 0 ? order < 0 : a.Address.GetAddressBytes().AsSpan().SequenceCompareTo(b.Address.GetAddressBytes()) <= 0;
    }

    private void ReportWhatWasLeft(CaptureError end)
    {
        foreach (var (type, count) in _unreadLinks)
        {
            Complain(new(CaptureFault.LinkTypeUnsupported, string.Create(CultureInfo.InvariantCulture, $"{count} packets of link type {type} were passed over")));
        }

        if (_fragments > 0)
        {
            Complain(new(CaptureFault.PacketFragmented, string.Create(CultureInfo.InvariantCulture, $"{_fragments} fragments of IP packets were passed over")));
        }

        if (end.Fault is not CaptureFault.None)
        {
            Complain(end);
        }
    }

    private void Complain(CaptureError error) => Write(new(null, "-", "-", "FILE") { Problem = error.ToString() });

    private void Write(ListingEntry entry)
    {
        Messages += entry.Message is null ? 0 : 1;
        Problems += entry.Problem is null ? 0 : 1;
        writer.Write(entry);
    }
}
