using System.Globalization;
using System.Text;

namespace PairSettle.Credentials.Issuing;

/// <summary>What the log of an authority says, line by line: what was issued and revoked, and which number the last list had.</summary>
internal sealed class AuthorityLog
{
    public const string FileName = "log.txt";

    private const string Issued = "issued";
    private const string Revoked = "revoked";
    private const string Listed = "list";

    private readonly HashSet<string> _serials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RevokedCertificate> _revocations = new(StringComparer.Ordinal);

    /// <summary>The number of certificates that were issued.</summary>
    public int Count => _serials.Count;

    /// <summary>The highest number that was given to a revocation list; 0 where there was none.</summary>
    public long Number { get; private set; }

    /// <summary>The certificates that were revoked.</summary>
    public IEnumerable<RevokedCertificate> Revocations => _revocations.Values;

    public static string IssuedLine(Certificate certificate) =>
        $"{Issued} {Key(certificate.SerialNumber)} {Time(certificate.NotAfter)} {Convert.ToHexStringLower(certificate.Sha256.Span)}";

    public static string RevokedLine(RevokedCertificate entry) =>
        $"{Revoked} {Key(entry.SerialNumber)} {Time(entry.RevokedAt)} {entry.Reason} {(entry.InvalidSince is { } since ? Time(since) : "-")}";

    public static string ListedLine(long number, DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{Listed} {number} {Time(time)}");

    public static byte[] Encode(string line) => Encoding.ASCII.GetBytes(line + "\n");

    /// <summary>Whether a serial number was given to a certificate.</summary>
    public bool Knows(ReadOnlyMemory<byte> serial) => _serials.Contains(Key(serial));

    /// <summary>The revocation of a serial number, where there is one.</summary>
    public bool TryFindRevocation(ReadOnlyMemory<byte> serial, out RevokedCertificate entry) => _revocations.TryGetValue(Key(serial), out entry);

    /// <summary>Takes in the lines that end within the octets.</summary>
    /// <param name="octets">What follows the lines that were taken in before.</param>
    /// <returns>The number of octets that were taken in. A line without an end was being written when the process ended, or is being written.</returns>
    /// <exception cref="InvalidDataException">A line is none of a log.</exception>
    public int Apply(ReadOnlySpan<byte> octets)
    {
        var complete = octets.LastIndexOf((byte)'\n') + 1;
        foreach (var line in Encoding.Latin1.GetString(octets[..complete]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Apply(line);
        }

        return complete;
    }

    /// <summary>Takes in one line.</summary>
    /// <exception cref="InvalidDataException">The line is none of a log.</exception>
    public void Apply(string line)
    {
        if (!TryApply(line.Split(' ')))
        {
            throw new InvalidDataException($"{FileName}: not a line of an authority's log: {line}");
        }
    }

    private bool TryApply(string[] fields)
    {
        switch (fields)
        {
            case [Issued, var serial, _, _]:
                return _serials.Add(serial);
            case [Listed, var text, _]
                when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > Number:
                Number = number;
                return true;
            case [Revoked, var serial, var at, var reason, var since]
                when TryParseTime(at, out var from) && Enum.TryParse<RevocationReason>(reason, out var why)
                    && serial.Length % 2 == 0 && serial.All(char.IsAsciiHexDigitUpper):
                DateTimeOffset? suspected = TryParseTime(since, out var earlier) ? earlier : null;
                _revocations[serial] = new RevokedCertificate(Convert.FromHexString(serial), from, why, suspected);
                return suspected is not null || since == "-";
            default:
                return false;
        }
    }

    private static string Key(ReadOnlyMemory<byte> serial) => Convert.ToHexString(serial.Span);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    private static bool TryParseTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
