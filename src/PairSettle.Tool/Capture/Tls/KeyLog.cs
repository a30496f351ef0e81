using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>
/// Secrets in the NSS key log format: a label, the client's random and the secret, in hexadecimal, one a line. They are found by random
/// and are never written anywhere.
/// </summary>
internal sealed class KeyLog
{
    // Far more sessions than any capture holds.
    private const int MaxSecrets = 262_144;
    private const int MaxLine = 512;
    private const int RandomSize = 32;

    private readonly Dictionary<(TlsSecret, string), byte[]> _secrets = [];

    /// <summary>Whether there is no secret at all.</summary>
    public bool IsEmpty => _secrets.Count == 0;

    /// <summary>Whether the octets begin with the label of a key log line.</summary>
    public static bool LooksLikeLine(ReadOnlySpan<byte> octets) => octets.StartsWith("CLIENT_"u8) || octets.StartsWith("SERVER_"u8);

    /// <summary>Adds the lines of a key log. Comments, other labels and lines of another form are passed over; the first of two secrets stays.</summary>
    public void Add(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? default : lines[(end + 1)..];
            if (line.Length is > 0 and <= MaxLine && _secrets.Count < MaxSecrets)
            {
                AddLine(Encoding.Latin1.GetString(line).Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
            }
        }
    }

    /// <summary>Finds a secret.</summary>
    public bool TryFind(TlsSecret secret, ReadOnlySpan<byte> clientRandom, [NotNullWhen(true)] out byte[]? value) =>
        _secrets.TryGetValue((secret, Convert.ToHexString(clientRandom)), out value);

    private void AddLine(string[] fields)
    {
        TlsSecret? label = fields.Length != 3 ? null : fields[0] switch
        {
            "CLIENT_RANDOM" => TlsSecret.Master,
            "CLIENT_HANDSHAKE_TRAFFIC_SECRET" => TlsSecret.ClientHandshakeTraffic,
            "SERVER_HANDSHAKE_TRAFFIC_SECRET" => TlsSecret.ServerHandshakeTraffic,
            "CLIENT_TRAFFIC_SECRET_0" => TlsSecret.ClientTraffic,
            "SERVER_TRAFFIC_SECRET_0" => TlsSecret.ServerTraffic,
            _ => null,
        };
        if (label is { } secret && fields[1].Length == 2 * RandomSize && fields[1].All(char.IsAsciiHexDigit)
            && fields[2].Length is 64 or 96 && fields[2].All(char.IsAsciiHexDigit))
        {
            _secrets.TryAdd((secret, fields[1].ToUpperInvariant()), Convert.FromHexString(fields[2]));
        }
    }
}
