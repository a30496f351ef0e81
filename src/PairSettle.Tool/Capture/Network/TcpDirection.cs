namespace PairSettle.Tool.Capture.Network;

/// <summary>
/// One direction of a connection, put in order: what came out of order waits, what came twice counts as it came first, and what never came
/// is passed over once the other side has acknowledged it and patience is at its end. Waiting segments are parts of the capture, not copies.
/// </summary>
internal sealed class TcpDirection(ITcpReceiver receiver)
{
    /// <summary>The most segments that wait for those before them.</summary>
    public const int MaxWaiting = 1024;

    // No window is larger (RFC 7323, 2.3); what lies farther ahead belongs to something else.
    private const long MaxAhead = 1L << 30;

    // Further segments of this direction after which acknowledged octets that are not here will not come any more.
    private const int Patience = 16;

    private readonly LinkedList<(long Offset, ReadOnlyMemory<byte> Octets)> _waiting = new();
    private bool _started;
    private uint _first;
    private long _next;
    private long? _end;
    private long _acknowledged;
    private int _impatience;

    /// <summary>Whether the sequence number that a new connection begins with is this direction's own, or none has come yet.</summary>
    public bool BeginsWith(uint sequence) => !_started || _first == sequence;

    /// <summary>Whether everything up to the end of the direction was delivered.</summary>
    public bool IsFinished => _end is { } end && _next >= end;

    /// <summary>Takes a segment of this direction.</summary>
    public void Accept(in TcpSegment segment)
    {
        var sequence = segment.Sequence;
        if (!_started)
        {
            // Without SYN the capture began later than the connection: the stream begins wherever it is now.
            (_started, _first) = (true, sequence);
            _next = segment.Has(TcpFlags.Syn) ? 1 : 0;
        }

        var octets = segment.Payload;
        var offset = OffsetOf(sequence) + (segment.Has(TcpFlags.Syn) ? 1 : 0);
        if (offset - _next > MaxAhead)
        {
            return;
        }

        if (segment.Has(TcpFlags.Fin) && offset + octets.Length >= _next)
        {
            _end ??= offset + octets.Length;
        }

        if (_end is { } end && offset + octets.Length > end)
        {
            octets = offset >= end ? default : octets[..(int)(end - offset)];
        }

        if (_waiting.Count == 0 && offset == _next)
        {
            Deliver(octets);
            return;
        }

        Insert(offset, octets);
        Drain();
        PassOverWhatIsLost();
    }

    /// <summary>Takes an acknowledgement by the other side.</summary>
    public void Acknowledge(uint sequence)
    {
        if (_started)
        {
            _acknowledged = Math.Max(_acknowledged, OffsetOf(sequence));
        }
    }

    /// <summary>The connection, or the capture, is at its end: what waits will wait for nothing.</summary>
    public void Close()
    {
        while (_waiting.First is { } first)
        {
            Miss(first.Value.Offset);
        }

        if (_end is { } end && end > _next && end - _next <= MaxAhead)
        {
            Miss(end);
        }
    }

    // Sequence numbers wrap; the offset nearest to what comes next is meant.
    private long OffsetOf(uint sequence) => _next + unchecked((int)(sequence - (_first + (uint)_next)));

    private void Deliver(ReadOnlyMemory<byte> octets)
    {
        if (!octets.IsEmpty)
        {
            _next += octets.Length;
            receiver.Receive(octets);
        }
    }

    // Only the pieces that no earlier segment covers are taken.
    private void Insert(long offset, ReadOnlyMemory<byte> octets)
    {
        if (offset < _next)
        {
            octets = _next - offset >= octets.Length ? default : octets[(int)(_next - offset)..];
            offset = _next;
        }

        for (var node = _waiting.First; node is not null && !octets.IsEmpty; node = node.Next)
        {
            var (start, length) = (node.Value.Offset, node.Value.Octets.Length);
            if (offset < start)
            {
                var free = (int)Math.Min(octets.Length, start - offset);
                _waiting.AddBefore(node, (offset, octets[..free]));
                (offset, octets) = (offset + free, octets[free..]);
            }

            var covered = start + length - offset;
            if (covered > 0 && !octets.IsEmpty)
            {
                (offset, octets) = covered >= octets.Length ? (offset, default) : (offset + covered, octets[(int)covered..]);
            }
        }

        if (!octets.IsEmpty)
        {
            _waiting.AddLast((offset, octets));
        }
    }

    private void Drain()
    {
        while (_waiting.First is { } first && first.Value.Offset == _next)
        {
            _waiting.RemoveFirst();
            Deliver(first.Value.Octets);
        }
    }

    private void PassOverWhatIsLost()
    {
        if (_waiting.First is not { } first)
        {
            _impatience = 0;
            return;
        }

        _impatience++;
        if (_waiting.Count > MaxWaiting || (_impatience > Patience && _acknowledged >= first.Value.Offset))
        {
            _impatience = 0;
            Miss(first.Value.Offset);
        }
    }

    private void Miss(long until)
    {
        if (until > _next)
        {
            receiver.Miss(until - _next);
            _next = until;
        }

        Drain();
    }
}
