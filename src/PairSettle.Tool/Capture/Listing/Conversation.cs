using System.Globalization;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Capture.Network;
using PairSettle.Tool.Capture.Tls;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>
/// One TCP connection: V2GTP as such, V2GTP inside TLS, or something else that is not listed. Direction 0 is that of the first segment seen.
/// </summary>
internal sealed class Conversation : ITlsReceiver, IDisposable
{
    private readonly TcpDirection[] _directions;
    private readonly Opening[] _openings = [new(), new()];
    private readonly V2gtpFrames[] _frames;
    private readonly V2gDialogue _dialogue = new();
    private readonly KeyLog _keyLog;
    private readonly Action<ListingEntry> _list;
    private readonly Endpoint _first;
    private readonly string[] _names;
    private TlsSession? _tls;
    private bool _isV2gtp;
    private bool _isClosed;
    private int _current;
    private long? _timeNs;

    public Conversation(in TcpSegment segment, KeyLog keyLog, Action<ListingEntry> list)
    {
        (_keyLog, _list, _first) = (keyLog, list, segment.Source);
        _names = [segment.Source.ToString(), segment.Destination.ToString()];
        _directions = [new(new Side(this, 0)), new(new Side(this, 1))];
        _frames = [Frames(0), Frames(1)];
    }

    /// <summary>Whether the segment opens another connection between the same ports.</summary>
    public bool IsSucceededBy(in TcpSegment segment) =>
        segment.Has(TcpFlags.Syn) && !segment.Has(TcpFlags.Ack)
        && (_isClosed || !_directions[DirectionOf(segment)].BeginsWith(segment.Sequence));

    /// <summary>Takes a segment.</summary>
    public void Accept(in TcpSegment segment, long? timeNs)
    {
        if (_isClosed)
        {
            return;
        }

        _timeNs = timeNs;
        var direction = DirectionOf(segment);
        if (segment.Acknowledged is { } acknowledged)
        {
            _directions[1 - direction].Acknowledge(acknowledged);
        }

        _directions[direction].Accept(segment);
        if (segment.Has(TcpFlags.Rst) || (_directions[0].IsFinished && _directions[1].IsFinished))
        {
            Close();
        }
    }

    /// <summary>Lists what waits for octets that will not come, and what is incomplete.</summary>
    public void Close()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        for (_current = 0; _current < 2; _current++)
        {
            _directions[_current].Close();
            _frames[_current].Close();
        }
    }

    public void Dispose() => _tls?.Dispose();

    void ITlsReceiver.Negotiated(string description) => _list(Entry(_current, "TLS") with { Subject = description });

    void ITlsReceiver.Receive(int direction, ReadOnlyMemory<byte> content) => _frames[direction].Accept(content);

    void ITlsReceiver.Fail(CaptureError error) => _list(Entry(_current, "TLS") with { Problem = error.ToString() });

    private V2gtpFrames Frames(int direction) => new(
        frame => _list(_dialogue.Read(frame, Entry(direction, "V2GTP"))),
        error => _list(Entry(direction, "V2GTP") with { Problem = error.ToString() }));

    private int DirectionOf(in TcpSegment segment) => segment.Source == _first ? 0 : 1;

    private ListingEntry Entry(int direction, string protocol) => new(_timeNs, _names[direction], _names[1 - direction], protocol);

    private void Receive(int direction, ReadOnlyMemory<byte> octets)
    {
        _current = direction;
        octets = _openings[direction].With(octets);
        if (!_isV2gtp && _tls is null && !TryRecognize(octets))
        {
            _openings[direction].Keep(octets);
            return;
        }

        _openings[direction].Keep(default);
        if (_isV2gtp)
        {
            _frames[direction].Accept(octets);
        }
        else
        {
            _tls!.Receive(direction, octets.Span);
        }
    }

    // What the octets begin with tells what the connection is.
    private bool TryRecognize(ReadOnlyMemory<byte> octets)
    {
        _isV2gtp = V2gtpFrames.BeginsWithHeader(octets.Span);
        _tls = !_isV2gtp && TlsSession.BeginsWithClientHello(octets.Span) ? new(_keyLog, this) : null;
        return _isV2gtp || _tls is not null;
    }

    private void Miss(int direction, long count)
    {
        _openings[direction].Keep(default);
        if (_tls is not null)
        {
            _current = direction;
            _tls.Miss();
        }
        else if (_isV2gtp)
        {
            _frames[direction].Miss(count);
            _list(Entry(direction, "TCP") with
            {
                Problem = new CaptureError(CaptureFault.OctetsMissing,
                    string.Create(CultureInfo.InvariantCulture, $"{count} octets of the connection are not in the capture")).ToString(),
            });
        }
    }

    private sealed class Side(Conversation conversation, int direction) : ITcpReceiver
    {
        public void Receive(ReadOnlyMemory<byte> octets) => conversation.Receive(direction, octets);

        public void Miss(long count) => conversation.Miss(direction, count);
    }

    /// <summary>The first octets of a direction, as long as they may still become the header of a frame or a ClientHello.</summary>
    private sealed class Opening
    {
        private ReadOnlyMemory<byte> _kept;

        public ReadOnlyMemory<byte> With(ReadOnlyMemory<byte> octets) => _kept.IsEmpty ? octets : (byte[])[.. _kept.Span, .. octets.Span];

        public void Keep(ReadOnlyMemory<byte> octets) =>
            _kept = octets.Length < V2gtpHeader.Size && octets.Length > 0 && octets.Span[0] is 0x01 or 0x16 ? octets : default;
    }
}
