namespace PairSettle.Tool.Capture.Tls;

/// <summary>
/// Splits the handshake octets of one direction into messages, which records neither begin nor end. Bodies are kept only of messages that
/// matter to opening records; of others, certificates among them, the length is enough.
/// </summary>
internal sealed class HandshakeMessages
{
    public const byte HelloRequest = 0;
    public const byte ClientHello = 1;
    public const byte ServerHello = 2;
    public const byte Finished = 20;
    public const byte KeyUpdate = 24;

    private const int Header = 4;
    private const int MaxBody = 64 * 1024;

    private readonly List<byte> _kept = [];
    private int _skip;

    /// <summary>Takes octets and gives each message that they complete.</summary>
    /// <param name="octets">The content of one record.</param>
    /// <param name="receive">Takes type and body; the body is empty for messages that do not matter.</param>
    /// <returns>False where a message is longer than any real one.</returns>
    public bool TryAccept(ReadOnlySpan<byte> octets, Action<byte, byte[]> receive)
    {
        while (!octets.IsEmpty)
        {
            if (_skip > 0)
            {
                var passed = Math.Min(_skip, octets.Length);
                _skip -= passed;
                octets = octets[passed..];
                continue;
            }

            var wanted = _kept.Count < Header ? Header : Header + LengthOf();
            var taken = Math.Min(wanted - _kept.Count, octets.Length);
            _kept.AddRange(octets[..taken]);
            octets = octets[taken..];
            if (_kept.Count < Header)
            {
                continue;
            }

            var (type, length) = (_kept[0], LengthOf());
            if (type is not (ClientHello or ServerHello or KeyUpdate))
            {
                _kept.Clear();
                _skip = length;
                receive(type, []);
            }
            else if (length > MaxBody)
            {
                return false;
            }
            else if (_kept.Count == Header + length)
            {
                var body = _kept.GetRange(Header, length).ToArray();
                _kept.Clear();
                receive(type, body);
            }
        }

        return true;
    }

    private int LengthOf() => (_kept[1] << 16) | (_kept[2] << 8) | _kept[3];
}
