using System.Collections.Immutable;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// An authority whose certificate, key and log lie in a folder: <c>chain.pem</c>, <c>key.pem</c> and <c>log.txt</c>. The key may live in a
/// token instead. What the authority did
/// is on the disk before it is handed out, so that after a crash no certificate exists that the log does not know, no revocation is
/// forgotten and no number is given twice. One process at a time holds the folder; others may read it (<see cref="AuthorityStatus"/>).
/// </summary>
public sealed class AuthorityDirectory : IDisposable
{
    private readonly Credential _credential;
    private readonly ILogFile _file;
    private readonly bool _ownsKey;
    private readonly AuthorityLog _log = new();
    private readonly Lock _gate = new();
    private bool _broken;

    private AuthorityDirectory(Credential credential, ILogFile file, bool ownsKey)
    {
        _ownsKey = ownsKey;
        _credential = credential;
        _file = file;
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
                return _log.Count;
            }
        }
    }

    /// <summary>Writes the folder of an authority that has issued nothing.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    /// <param name="certificate">The authority's certificate.</param>
    /// <param name="superiors">The intermediates above it, nearest first, without the root.</param>
    /// <param name="key">Its key; null where it lives elsewhere, and then there is no <c>key.pem</c>.</param>
    /// <exception cref="IOException">The folder holds an authority already, or another process holds the folder.</exception>
    public static void Create(string folder, Certificate certificate, ImmutableArray<Certificate> superiors, ECDsaSigner? key) =>
        Create(folder, certificate, superiors, key, []);

    /// <summary>Writes the folder of an authority that has a past.</summary>
    internal static void Create(
        string folder, Certificate certificate, ImmutableArray<Certificate> superiors, ECDsaSigner? key, IEnumerable<string> past)
    {
        Directory.CreateDirectory(folder);
        using var held = LogFile.Hold(folder);
        var log = Path.Combine(folder, AuthorityLog.FileName);
        if (File.Exists(log))
        {
            throw new IOException($"{folder} holds an authority already");
        }

        // The log comes last: a folder without one is no authority's, and may be written again.
        PkiDirectory.SaveCredential(folder, certificate, superiors, key);
        using var file = new FileStream(log, FileMode.CreateNew);
        foreach (var line in past)
        {
            file.Write(AuthorityLog.Encode(line));
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The authority with what it issued and revoked so far.</returns>
    /// <exception cref="IOException">The folder does not exist, or another process holds it.</exception>
    /// <exception cref="CredentialContentException">A file is not what its name says.</exception>
    /// <exception cref="InvalidDataException">The log holds a line that is none.</exception>
    public static AuthorityDirectory Open(string folder)
    {
        var file = LogFile.Open(folder);
        try
        {
            return Open(PkiDirectory.LoadCredential(folder), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a folder whose key lives elsewhere, in a token for example.</summary>
    /// <param name="folder">The folder; a <c>key.pem</c> in it is not read.</param>
    /// <param name="signer">The authority's key, which the directory does not dispose of. It signs once here, to show that it is the one.</param>
    /// <param name="provider">Algorithms from elsewhere than the platform, where the key needs them.</param>
    /// <returns>The authority with what it issued and revoked so far.</returns>
    /// <exception cref="IOException">The folder does not exist, or another process holds it.</exception>
    /// <exception cref="CredentialContentException"><c>chain.pem</c> is not what its name says, or the key is not the certificate's.</exception>
    /// <exception cref="InvalidDataException">The log holds a line that is none.</exception>
    public static AuthorityDirectory Open(string folder, ICredentialSigner signer, IAlgorithmProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var file = LogFile.Open(folder);
        try
        {
            var chain = PkiDirectory.LoadChain(folder);
            var signature = signer.SignData(chain[0].Sha256.Span);
            var encoded = signer.Algorithm.SignsHash() ? EcdsaSignatureFormat.ToDer(signature) : signature;
            if (chain[0].Key is not { } key || !key.VerifyData(chain[0].Sha256.Span, SignatureScheme.Find(signer.Algorithm.Oid()), encoded, provider))
            {
                throw new CredentialContentException(CredentialFault.InvalidPublicKey, "chain.pem");
            }

            return Open(new Credential(chain[0], chain[1..], signer), file, ownsKey: false);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Takes up the work of an authority where its log ends.</summary>
    internal static AuthorityDirectory Open(Credential credential, ILogFile file, bool ownsKey = true)
    {
        var directory = new AuthorityDirectory(credential, file, ownsKey);
        directory.Replay();
        return directory;
    }

    /// <summary>Issues a certificate.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The certificate, which the log knows.</returns>
    /// <exception cref="ArgumentException">The serial number was given before.</exception>
    /// <exception cref="IOException">The log cannot be written. Nothing was issued, and nothing more is until the folder is opened again.</exception>
    public Certificate Issue(CertificateOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        lock (_gate)
        {
            if (_log.Knows(order.SerialNumber))
            {
                throw new ArgumentException($"the serial number {Convert.ToHexString(order.SerialNumber.Span)} was given before", nameof(order));
            }

            var certificate = Authority.Issue(order);
            Append(AuthorityLog.IssuedLine(certificate));
            return certificate;
        }
    }

    /// <summary>Revokes a certificate of this authority, known to the log or not.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="at">The time of revocation.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="invalidSince">The time since which the key is suspected, where it is known.</param>
    /// <exception cref="ArgumentException">
    /// The certificate is not one of this authority, or was revoked before for good, a time lies before 1950, or the reason is none to revoke for.
    /// A suspension (<see cref="RevocationReason.CertificateHold"/>) may become a revocation.
    /// </exception>
    /// <exception cref="IOException">The log cannot be written. Whether the revocation is known shows when the folder is opened again.</exception>
    public void Revoke(Certificate certificate, DateTimeOffset at, RevocationReason reason = RevocationReason.Unspecified, DateTimeOffset? invalidSince = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Authority.DemandOwn(certificate);
        Revoke(new RevokedCertificate(certificate.SerialNumber, at, reason, invalidSince), mustBeKnown: false);
    }

    /// <summary>Revokes the certificate of a serial number that the log knows, for those who do not hold it.</summary>
    /// <param name="serialNumber">The octets of the serial number.</param>
    /// <param name="at">The time of revocation.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="invalidSince">The time since which the key is suspected, where it is known.</param>
    /// <exception cref="ArgumentException">As for a certificate; or no certificate has the serial number.</exception>
    /// <exception cref="IOException">As for a certificate.</exception>
    public void Revoke(
        ReadOnlyMemory<byte> serialNumber, DateTimeOffset at, RevocationReason reason = RevocationReason.Unspecified, DateTimeOffset? invalidSince = null) =>
        Revoke(new RevokedCertificate(serialNumber, at, reason, invalidSince), mustBeKnown: true);

    /// <summary>Signs the next revocation list.</summary>
    /// <param name="thisUpdate">The time of the list.</param>
    /// <param name="nextUpdate">The time of the next list.</param>
    /// <returns>The list, whose number is one more than that of the list before.</returns>
    /// <exception cref="ArgumentException">The time of the list lies before 1950.</exception>
    /// <exception cref="InvalidOperationException">The authority's key usage lacks cRLSign: nobody would believe the list.</exception>
    /// <exception cref="IOException">The log cannot be written. No list was signed, and none is until the folder is opened again.</exception>
    public CertificateRevocationList CreateRevocationList(DateTimeOffset thisUpdate, DateTimeOffset nextUpdate)
    {
        if (Authority.Certificate is { HasKeyUsage: true } own && !own.KeyUsage.HasFlag(KeyUsage.CrlSign))
        {
            throw new InvalidOperationException("the authority's key usage lacks cRLSign; its OCSP responses tell what was revoked");
        }

        lock (_gate)
        {
            // The number is used up even if the list never gets out.
            var number = _log.Number + 1;
            Append(AuthorityLog.ListedLine(number, thisUpdate));
            return Authority.CreateRevocationList(number, thisUpdate, nextUpdate);
        }
    }

    /// <summary>
    /// Signs an OCSP response. Of a serial number that the log does not know it says <see cref="OcspStatus.Unknown"/>, whoever signed the
    /// certificate: what this authority did not issue is not good (RFC 6960, 2.2).
    /// </summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="producedAt">The time of the signature and of the information.</param>
    /// <param name="nextUpdate">The time of newer information.</param>
    /// <param name="responder">A credential of <see cref="CertificateTemplate.OcspResponder"/> under this authority; null when the authority itself signs.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">There is no certificate, or one names another issuer.</exception>
    public OcspResponse CreateOcspResponse(
        IEnumerable<Certificate> certificates, DateTimeOffset producedAt, DateTimeOffset nextUpdate, Credential? responder = null)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        lock (_gate)
        {
            return Authority.CreateOcspResponse([.. certificates.Select(Judge)], producedAt, nextUpdate, responder);
        }
    }

    /// <summary>Lets go of the folder, and disposes of the key where it was read from there.</summary>
    public void Dispose()
    {
        _file.Dispose();
        if (_ownsKey)
        {
            (_credential.Signer as IDisposable)?.Dispose();
        }
    }

    private void Revoke(RevokedCertificate entry, bool mustBeKnown)
    {
        if (entry.Reason == RevocationReason.RemoveFromCrl)
        {
            throw new ArgumentException($"{entry.Reason} is no reason to revoke");
        }

        lock (_gate)
        {
            // The first time and reason stay: a later time would call the certificate good in between.
            var status = _log.Find(entry.SerialNumber, out var earlier);
            if (status == OcspStatus.Revoked && earlier.Reason != RevocationReason.CertificateHold)
            {
                throw new ArgumentException($"the certificate was revoked before, at {earlier.RevokedAt:u}, {earlier.Reason}");
            }

            if (mustBeKnown && status == OcspStatus.Unknown)
            {
                throw new ArgumentException($"no certificate has the serial number {Convert.ToHexString(entry.SerialNumber.Span)}");
            }

            Append(AuthorityLog.RevokedLine(entry));
            Authority.Restore(entry);
        }
    }

    private OcspStatement Judge(Certificate certificate)
    {
        Authority.DemandOwn(certificate);
        var status = _log.Find(certificate.SerialNumber, out var revocation);
        return Authority.About(certificate, status, revocation);
    }

    private void Replay()
    {
        var octets = _file.ReadAll();
        var complete = _log.Apply(octets);
        if (complete < octets.Length)
        {
            _file.Truncate(complete); // nothing was handed out on the strength of a line without an end
        }

        foreach (var entry in _log.Revocations)
        {
            Authority.Restore(entry);
        }
    }

    // After a failure nobody knows how much of the line is on the disk: to go on behind it would tear the log.
    private void Append(string line)
    {
        if (!AuthorityLog.IsLine(line))
        {
            throw new ArgumentException("nothing was done: neither the log nor a list can hold a time before 1950 or a reason that is none");
        }

        if (_broken)
        {
            throw new IOException("the authority's log could not be written before; open the folder again");
        }

        _broken = true;
        _file.Append(AuthorityLog.Encode(line));
        _log.Apply(line);
        _broken = false;
    }
}
