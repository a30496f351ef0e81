using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// An authority whose certificate, key and log lie in a folder: <c>chain.pem</c>, <c>key.pem</c> and <c>log.txt</c>. What the authority did
/// is on the disk before it is handed out, so that after a crash no certificate exists that the log does not know, no revocation is
/// forgotten and no number is given twice. One process at a time holds the folder.
/// </summary>
public sealed class AuthorityDirectory : IDisposable
{
    private const string LogFile = "log.txt";
    private const string Issued = "issued";
    private const string Revoked = "revoked";
    private const string Listed = "list";

    private readonly Credential _credential;
    private readonly FileStream _log;
    private readonly HashSet<string> _serials = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _number;

    private AuthorityDirectory(Credential credential, FileStream log)
    {
        _credential = credential;
        _log = log;
        Authority = new CertificateAuthority(credential.Leaf, credential.Signer, credential.Intermediates);
    }

    /// <summary>The authority. What is done through it is not logged: issue and revoke through this object.</summary>
    public CertificateAuthority Authority { get; }

    /// <summary>The number of certificates that were issued.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _serials.Count;
            }
        }
    }

    /// <summary>Writes the folder of an authority that has issued nothing.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="certificate">The authority's certificate.</param>
    /// <param name="superiors">The intermediates above it, nearest first, without the root.</param>
    /// <param name="key">Its key.</param>
    /// <exception cref="IOException">The folder holds an authority already.</exception>
    public static void Create(string folder, Certificate certificate, ImmutableArray<Certificate> superiors, ECDsaSigner key)
    {
        Directory.CreateDirectory(folder);
        using (new FileStream(Path.Combine(folder, LogFile), FileMode.CreateNew))
        {
            PkiDirectory.SaveCredential(folder, certificate, superiors, key);
        }
    }

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The authority with what it issued and revoked so far.</returns>
    /// <exception cref="IOException">The folder does not exist, or another process holds it.</exception>
    /// <exception cref="CredentialContentException">A file is not what its name says.</exception>
    /// <exception cref="InvalidDataException">The log holds a line that is none.</exception>
    public static AuthorityDirectory Open(string folder)
    {
        var log = new FileStream(Path.Combine(folder, LogFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var credential = PkiDirectory.LoadCredential(folder);
            var directory = new AuthorityDirectory(credential, log);
            directory.Replay();
            return directory;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Issues a certificate.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The certificate, which the log knows.</returns>
    /// <exception cref="ArgumentException">The serial number was given before.</exception>
    public Certificate Issue(CertificateOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_gate)
        {
            var serial = Convert.ToHexString(order.SerialNumber.Span);
            if (_serials.Contains(serial))
            {
                throw new ArgumentException($"the serial number {serial} was given before", nameof(order));
            }

            var certificate = Authority.Issue(order);
            Append($"{Issued} {serial} {Time(certificate.NotAfter)} {Convert.ToHexStringLower(certificate.Sha256.Span)}");
            _serials.Add(serial);
            return certificate;
        }
    }

    /// <summary>Revokes a certificate of this authority.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="at">The time of revocation.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="invalidSince">The time since which the key is suspected, where it is known.</param>
    /// <exception cref="ArgumentException">The certificate is not one of this authority.</exception>
    public void Revoke(Certificate certificate, DateTimeOffset at, RevocationReason reason = RevocationReason.Unspecified, DateTimeOffset? invalidSince = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        lock (_gate)
        {
            Authority.Revoke(certificate, at, reason, invalidSince);
            Append($"{Revoked} {Convert.ToHexString(certificate.SerialNumber.Span)} {Time(at)} {reason} {(invalidSince is { } since ? Time(since) : "-")}");
        }
    }

    /// <summary>Signs the next revocation list.</summary>
    /// <param name="thisUpdate">The time of the list.</param>
    /// <param name="nextUpdate">The time of the next list.</param>
    /// <returns>The list, whose number is one more than that of the list before.</returns>
    public CertificateRevocationList CreateRevocationList(DateTimeOffset thisUpdate, DateTimeOffset nextUpdate)
    {
        lock (_gate)
        {
            // The number is used up even if the list never gets out.
            var number = _number + 1;
            Append(string.Create(CultureInfo.InvariantCulture, $"{Listed} {number} {Time(thisUpdate)}"));
            _number = number;
            return Authority.CreateRevocationList(number, thisUpdate, nextUpdate);
        }
    }

    /// <summary>Lets go of the folder and disposes of the key.</summary>
    public void Dispose()
    {
        _log.Dispose();
        (_credential.Signer as IDisposable)?.Dispose();
    }

    private void Replay()
    {
        using var reader = new StreamReader(_log, leaveOpen: true);
        var text = reader.ReadToEnd();

        // A line without an end was being written when the process ended: nothing was handed out on its strength.
        var complete = text[..(text.LastIndexOf('\n') + 1)];
        _log.SetLength(complete.Length);
        _log.Seek(0, SeekOrigin.End);
        foreach (var line in complete.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryReplay(line.Split(' ')))
            {
                throw new InvalidDataException($"{LogFile}: not a line of an authority's log: {line}");
            }
        }
    }

    private bool TryReplay(string[] fields)
    {
        switch (fields)
        {
            case [Issued, var serial, _, _]:
                return _serials.Add(serial);
            case [Listed, var text, _] when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                _number = number;
                return true;
            case [Revoked, var serial, var at, var reason, var since]
                when TryParseTime(at, out var from) && Enum.TryParse<RevocationReason>(reason, out var why) && serial.Length % 2 == 0 && serial.All(char.IsAsciiHexDigitUpper):
                DateTimeOffset? suspected = TryParseTime(since, out var earlier) ? earlier : null;
                Authority.Restore(new RevokedCertificate(Convert.FromHexString(serial), from, why, suspected));
                return suspected is not null || since == "-";
            default:
                return false;
        }
    }

    private void Append(string line)
    {
        _log.Write(Encoding.ASCII.GetBytes(line + "\n"));
        _log.Flush(flushToDisk: true);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    private static bool TryParseTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
