namespace PairSettle.Tool.Capture.Tls;

/// <summary>One direction of a TLS connection: the record that is not complete yet, and the keys.</summary>
internal sealed class TlsHalf : IDisposable
{
    private const int MaxFragment = (1 << 14) + 2048;

    private byte[] _buffer = [];
    private int _count;

    /// <summary>The keys in use; null while records are not protected, or cannot be opened yet.</summary>
    public RecordProtection? Protection { get; private set; }

    /// <summary>The keys that come next: after ChangeCipherSpec in TLS 1.2, after Finished in TLS 1.3.</summary>
    public RecordProtection? Next { get; set; }

    /// <summary>TLS 1.3: the application secret that the next one is made from.</summary>
    public byte[] TrafficSecret { get; set; } = [];

    public HandshakeMessages Handshake { get; } = new();

    /// <summary>Whether five octets are the header of a record.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> octets) =>
        octets[0] is >= 20 and <= 24 && octets[1] == 3 && octets[2] <= 4 && ((octets[3] << 8) | octets[4]) <= MaxFragment;

    /// <summary>Takes the first record off the octets, together with what is held of it already.</summary>
    /// <param name="octets">New octets; what is taken is removed.</param>
    /// <param name="record">A whole record, valid until the next call; empty where more octets are needed.</param>
    /// <returns>False where no record begins here.</returns>
    public bool TryTakeRecord(ref ReadOnlySpan<byte> octets, out ReadOnlySpan<byte> record)
    {
        record = default;
        if (_count == 0 && octets.Length >= RecordProtection.Header)
        {
            if (!IsHeader(octets))
            {
                return false;
            }

            var size = SizeOf(octets);
            if (octets.Length >= size)
            {
                record = octets[..size];
                octets = octets[size..];
                return true;
            }
        }

        Hold(ref octets, RecordProtection.Header);
        if (_count < RecordProtection.Header)
        {
            return true;
        }

        if (!IsHeader(_buffer))
        {
            return false;
        }

        Hold(ref octets, SizeOf(_buffer));
        if (_count == SizeOf(_buffer))
        {
            record = _buffer.AsSpan(0, _count);
            _count = 0;
        }

        return true;
    }

    /// <summary>Changes to other keys.</summary>
    public void Use(RecordProtection? protection)
    {
        Protection?.Dispose();
        Protection = protection;
        if (ReferenceEquals(Next, protection))
        {
            Next = null;
        }
    }

    public void Dispose()
    {
        Protection?.Dispose();
        Next?.Dispose();
    }

    private static int SizeOf(ReadOnlySpan<byte> header) => RecordProtection.Header + ((header[3] << 8) | header[4]);

    private void Hold(ref ReadOnlySpan<byte> octets, int upTo)
    {
        if (_buffer.Length == 0)
        {
            _buffer = new byte[RecordProtection.Header + MaxFragment];
        }

        var taken = Math.Min(Math.Max(upTo - _count, 0), octets.Length);
        octets[..taken].CopyTo(_buffer.AsSpan(_count));
        _count += taken;
        octets = octets[taken..];
    }
}
