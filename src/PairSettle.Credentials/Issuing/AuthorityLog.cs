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
    private const string None = "-";
    private const string TimeFormat = "yyyyMMddHHmmss'Z'";
    private const int LongestSerial = 64;
    private const int HashDigits = 64;
    private const int LongestShown = 200;

    // There is no encoding of earlier ones in certificates and lists (RFC 5280, 4.1.2.5).
    private const int EarliestYear = 1950;

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
        $"{Revoked} {Key(entry.SerialNumber)} {Time(entry.RevokedAt)} {entry.Reason} {(entry.InvalidSince is { } since ? Time(since) : None)}";

    public static string ListedLine(long number, DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{Listed} {number} {Time(time)}");

    /// <summary>
    /// Whether a line is exactly what this class writes: a damaged one must not become another statement, nor one that no list can carry.
    /// </summary>
    public static bool IsLine(string line) => line.Split(' ') switch
    {
        [Issued, var serial, var end, var hash] => IsSerial(serial) && IsTime(end) && hash.Length == HashDigits && hash.All(char.IsAsciiHexDigitLower),
        [Listed, var text, var at] => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) && text[0] != '0' && IsTime(at),
        [Revoked, var serial, var at, var reason, var since] =>
            IsSerial(serial) && IsTime(at) && (since == None || IsTime(since))
            && Enum.TryParse<RevocationReason>(reason, out var why) && reason == Enum.GetName(why),
        _ => false,
    };

    public static byte[] Encode(string line) => Encoding.ASCII.GetBytes(line + "\n");

    /// <summary>Whether a serial number was given to a certificate.</summary>
    public bool Knows(ReadOnlyMemory<byte> serial) => _serials.Contains(Key(serial));

    /// <summary>What the log says of a serial number: good only where a certificate has it (RFC 6960, 2.2).</summary>
    public OcspStatus Find(ReadOnlyMemory<byte> serial, out RevokedCertificate revocation) =>
        _revocations.TryGetValue(Key(serial), out revocation) ? OcspStatus.Revoked
        : Knows(serial) ? OcspStatus.Good
        : OcspStatus.Unknown;

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
        if (!TryApply(line))
        {
            throw new InvalidDataException($"{FileName}: not a line of an authority's log: {(line.Length > LongestShown ? line.AsSpan(0, LongestShown) : line)}");
        }
    }

    private bool TryApply(string line)
    {
        if (!IsLine(line))
        {
            return false;
        }

        var fields = line.Split(' ');
        switch (fields[0])
        {
            case Issued:
                return _serials.Add(fields[1]);
            case Listed:
                var number = long.Parse(fields[1], CultureInfo.InvariantCulture);
                var grows = number > Number;
                Number = grows ? number : Number;
                return grows;
            default:
                DateTimeOffset? suspected = fields[4] == None ? null : Time(fields[4]);
                _revocations[fields[1]] = new RevokedCertificate(
                    Convert.FromHexString(fields[1]), Time(fields[2]), Enum.Parse<RevocationReason>(fields[3]), suspected);
                return true;
        }
    }

    // The shortest encoding of an INTEGER, as certificates have it.
    private static bool IsSerial(string text) =>
        text.Length is > 0 and <= 2 * LongestSerial && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitUpper)
        && Convert.FromHexString(text) is var octets
        && (octets.Length == 1 || !(octets[0] == 0 && octets[1] < 0x80) && !(octets[0] == 0xFF && octets[1] >= 0x80));

    private static string Key(ReadOnlyMemory<byte> serial) => Convert.ToHexString(serial.Span);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool IsTime(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && time.Year >= EarliestYear;
}
