using System.Collections.Immutable;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// What an authority issued and revoked, read from its folder beside whoever holds that (<see cref="AuthorityDirectory"/>), and without its
/// key: an OCSP responder needs no more. Safe for concurrent use.
/// </summary>
public sealed class AuthorityStatus
{
    private readonly string _path;
    private readonly AuthorityLog _log = new();
    private readonly Lock _gate = new();
    private long _position;

    private AuthorityStatus(string folder, Certificate certificate)
    {
        _path = Path.Combine(folder, AuthorityLog.FileName);
        Certificate = certificate;
    }

    /// <summary>The authority's certificate.</summary>
    public Certificate Certificate { get; }

    /// <summary>The number of certificates that were issued.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _log.Count;
            }
        }
    }

    /// <summary>The number of the last revocation list; 0 where there was none.</summary>
    public long ListNumber
    {
        get
        {
            lock (_gate)
            {
                return _log.Number;
            }
        }
    }

    /// <summary>The certificates that were revoked, by the time of it.</summary>
    public ImmutableArray<RevokedCertificate> Revocations
    {
        get
        {
            lock (_gate)
            {
                return [.. _log.Revocations.OrderBy(static entry => entry.RevokedAt)];
            }
        }
    }

    /// <summary>Opens a folder and reads its log.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The status as the log has it now.</returns>
    /// <exception cref="IOException">The folder or one of its files does not exist.</exception>
    /// <exception cref="CredentialContentException"><c>chain.pem</c> does not hold certificates.</exception>
    /// <exception cref="InvalidDataException">The log holds a line that is none.</exception>
    public static AuthorityStatus Open(string folder)
    {
        var status = new AuthorityStatus(folder, PkiDirectory.LoadChain(folder)[0]);
        status.Refresh();
        return status;
    }

    /// <summary>Reads what the log got since it was read last.</summary>
    /// <exception cref="IOException">The log cannot be read.</exception>
    /// <exception cref="InvalidDataException">The log holds a line that is none, or is shorter than it was.</exception>
    public void Refresh()
    {
        lock (_gate)
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (file.Length < _position)
            {
                throw new InvalidDataException($"{AuthorityLog.FileName}: shorter than it was; what was revoked may be forgotten");
            }

            var octets = new byte[file.Length - _position];
            file.Seek(_position, SeekOrigin.Begin);
            file.ReadExactly(octets);
            _position += _log.Apply(octets);
        }
    }

    /// <summary>Looks a certificate up.</summary>
    /// <param name="serialNumber">The octets of its serial number.</param>
    /// <param name="revocation">The revocation; meaningful where the answer is <see cref="OcspStatus.Revoked"/>.</param>
    /// <returns><see cref="OcspStatus.Good"/> only for what the log says was issued.</returns>
    public OcspStatus Find(ReadOnlyMemory<byte> serialNumber, out RevokedCertificate revocation)
    {
        lock (_gate)
        {
            return _log.Find(serialNumber, out revocation);
        }
    }
}
