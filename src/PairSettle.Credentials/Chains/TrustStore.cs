using System.Collections.Immutable;
using System.Text;

namespace PairSettle.Credentials;

/// <summary>
/// Immutable anchors by role: those that the holder brought in, and those of verified trust lists; and the holder's cross certificates. As a
/// directory it is <c>DIR/{v2g,mo,cpo,oem,fleet,meter,auditor,lists,cross}/*.pem|*.der|*.crt|*.cer</c>; a missing folder holds nothing.
/// </summary>
public sealed class TrustStore
{
    private static readonly ImmutableArray<(AuthorityRole Role, string Folder)> Folders =
    [
        (AuthorityRole.V2G, "v2g"),
        (AuthorityRole.MobilityOperator, "mo"),
        (AuthorityRole.ChargePointOperator, "cpo"),
        (AuthorityRole.Oem, "oem"),
        (AuthorityRole.Fleet, "fleet"),
        (AuthorityRole.Meter, "meter"),
        (AuthorityRole.Auditor, "auditor"),
        (AuthorityRole.TrustList, "lists"),
    ];

    private const string CrossFolder = "cross";

    private readonly ImmutableArray<TrustAnchor> _own;
    private readonly ImmutableSortedDictionary<string, VerifiedTrustList> _lists;
    private readonly ImmutableDictionary<AuthorityRole, ImmutableArray<TrustAnchor>> _anchors;

    private TrustStore(
        ImmutableArray<TrustAnchor> own, ImmutableArray<Certificate> cross, ImmutableSortedDictionary<string, VerifiedTrustList> lists)
    {
        _own = own;
        CrossCertificates = cross;
        _lists = lists;
        _anchors = Join(own, lists);
    }

    /// <summary>A store that trusts nobody.</summary>
    public static TrustStore Empty { get; } = new([], [], ImmutableSortedDictionary<string, VerifiedTrustList>.Empty);

    /// <summary>The trust lists that were merged, by their names.</summary>
    public ImmutableArray<TrustListReference> Lists => [.. _lists.Values.Select(static list => list.Reference)];

    /// <summary>
    /// Cross certificates that the holder brought in: through them an anchor vouches for what another hierarchy issued. They are trusted no more
    /// than any intermediate, but are not of the chain that a peer shows, and so do not count in its length ([V2G2-009]).
    /// </summary>
    public ImmutableArray<Certificate> CrossCertificates { get; }

    /// <summary>The anchors of a role with their windows, those that are over or not yet open included.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The anchors, possibly none. A certificate occurs once for each of its sources.</returns>
    public ImmutableArray<TrustAnchor> EntriesOf(AuthorityRole role) => _anchors.GetValueOrDefault(role, []);

    /// <summary>The certificates that are anchors of a role at whatever time.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The certificates, each once.</returns>
    public ImmutableArray<Certificate> AnchorsOf(AuthorityRole role) => [.. EntriesOf(role).Select(static anchor => anchor.Certificate).Distinct()];

    /// <summary>The certificates that are anchors of a role at a time: what to ask a peer for.</summary>
    /// <param name="role">The role.</param>
    /// <param name="at">The time.</param>
    /// <returns>The certificates, each once.</returns>
    public ImmutableArray<Certificate> AnchorsOf(AuthorityRole role, DateTimeOffset at) =>
        [.. EntriesOf(role).Where(anchor => anchor.CountsAt(at)).Select(static anchor => anchor.Certificate).Distinct()];

    /// <summary>The store with one more anchor that always counts; adding an anchor twice changes nothing.</summary>
    /// <param name="role">The role.</param>
    /// <param name="anchor">The anchor.</param>
    /// <returns>The new store.</returns>
    public TrustStore With(AuthorityRole role, Certificate anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return With(new TrustAnchor(role, anchor));
    }

    /// <summary>The store with one more anchor; adding an anchor twice changes nothing.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <returns>The new store.</returns>
    /// <exception cref="ArgumentException">The anchor is one of a list: merge the list.</exception>
    public TrustStore With(TrustAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        if (anchor.List is not null || anchor.WithdrawnBy is not null)
        {
            throw new ArgumentException("the anchor is one of a list, which is merged as a whole", nameof(anchor));
        }

        return _own.Contains(anchor) ? this : new TrustStore(_own.Add(anchor), CrossCertificates, _lists);
    }

    /// <summary>The store with one more cross certificate; adding it twice changes nothing.</summary>
    /// <param name="certificate">The certificate of an authority, issued by another.</param>
    /// <returns>The new store.</returns>
    /// <exception cref="ArgumentException">The certificate is not one that an authority issued to another.</exception>
    public TrustStore WithCross(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.IsAuthority || certificate.IsSelfIssued)
        {
            throw new ArgumentException("the certificate is not one that an authority issued to another", nameof(certificate));
        }

        return CrossCertificates.Contains(certificate) ? this : new TrustStore(_own, CrossCertificates.Add(certificate), _lists);
    }

    /// <summary>The store with a trust list: its anchors count within their windows, and what it withdraws does not count, whoever brought that in.</summary>
    /// <param name="list">The list; it takes the place of an earlier issue.</param>
    /// <returns>The new store.</returns>
    /// <exception cref="ArgumentException">The store holds a later issue of the list.</exception>
    public TrustStore With(VerifiedTrustList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (_lists.TryGetValue(list.Reference.ListId, out var held) && held.Reference.SequenceNumber > list.Reference.SequenceNumber)
        {
            throw new ArgumentException($"the store holds {held.Reference} already", nameof(list));
        }

        return new TrustStore(_own, CrossCertificates, _lists.SetItem(list.Reference.ListId, list));
    }

    /// <summary>The store with the anchors of another one that came without a list, with its cross certificates and its lists.</summary>
    /// <param name="other">The other store.</param>
    /// <returns>The new store.</returns>
    /// <exception cref="ArgumentException">This store holds a later issue of one of the lists.</exception>
    public TrustStore With(TrustStore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var anchored = other._own.Aggregate(this, static (store, anchor) => store.With(anchor));
        var crossed = other.CrossCertificates.Aggregate(anchored, static (store, certificate) => store.WithCross(certificate));
        return other._lists.Values.Aggregate(crossed, static (store, list) => store.With(list));
    }

    /// <summary>The name of a role's folder.</summary>
    /// <param name="role">The role.</param>
    /// <returns>For example <c>v2g</c>.</returns>
    public static string FolderOf(AuthorityRole role) => Folders.First(entry => entry.Role == role).Folder;

    /// <summary>Reads a directory.</summary>
    /// <param name="directory">The directory that holds the folders of the roles.</param>
    /// <returns>The store.</returns>
    /// <exception cref="DirectoryNotFoundException">The directory does not exist.</exception>
    /// <exception cref="CredentialContentException">A file does not hold certificates of authorities.</exception>
    public static TrustStore Load(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"the directory of trust anchors does not exist: {directory}");
        }

        var store = Folders.Aggregate(Empty, (anchors, entry) => FilesIn(Path.Combine(directory, entry.Folder))
            .Aggregate(anchors, (known, file) => known.With(LoadFile(file, entry.Role))));
        return FilesIn(Path.Combine(directory, CrossFolder)).Aggregate(store, static (known, file) => known.WithCrossOf(file));
    }

    /// <summary>Reads the anchors of one file.</summary>
    /// <param name="path">A file with one certificate as DER, or with any number as PEM.</param>
    /// <param name="role">The role that they are trusted in.</param>
    /// <returns>The store.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="CredentialContentException">The file does not hold certificates of authorities.</exception>
    public static TrustStore LoadFile(string path, AuthorityRole role)
    {
        // Certificates of version 1 cannot say that they are authorities', and some roots are that old.
        return Read(path, certificate => certificate.IsAuthority || (certificate.Version == 1 && certificate.IsSelfIssued))
            .Aggregate(Empty, (store, anchor) => store.With(role, anchor));
    }

    /// <summary>
    /// Writes the anchors that always count, and the cross certificates, as PEM files that are named by their fingerprints. Files that are there
    /// already stay.
    /// </summary>
    /// <param name="directory">The directory; made where it is missing.</param>
    public void Save(string directory)
    {
        foreach (var anchor in _own.Where(static anchor => anchor is { ValidFrom: null, ValidUntil: null }))
        {
            Write(Path.Combine(directory, FolderOf(anchor.Role)), anchor.Certificate);
        }

        foreach (var certificate in CrossCertificates)
        {
            Write(Path.Combine(directory, CrossFolder), certificate);
        }
    }

    private static ImmutableDictionary<AuthorityRole, ImmutableArray<TrustAnchor>> Join(
        ImmutableArray<TrustAnchor> own, ImmutableSortedDictionary<string, VerifiedTrustList> lists)
    {
        var withdrawals = new Dictionary<(AuthorityRole Role, string Hash), (DateTimeOffset At, TrustListReference List)>();
        foreach (var list in lists.Values)
        {
            foreach (var entry in list.Content.Withdrawals)
            {
                var key = (entry.Role, Convert.ToHexString(entry.CertificateSha256.Span));
                if (!withdrawals.TryGetValue(key, out var earlier) || entry.WithdrawnAt < earlier.At)
                {
                    withdrawals[key] = (entry.WithdrawnAt, list.Reference);
                }
            }
        }

        return own.Concat(lists.Values.SelectMany(static list => list.Content.Anchors.Select(entry => new TrustAnchor(entry.Role, entry.Certificate)
            {
                ValidFrom = entry.ValidFrom,
                ValidUntil = entry.ValidUntil,
                List = list.Reference,
            })))
            .Select(anchor => withdrawals.TryGetValue((anchor.Role, Convert.ToHexString(anchor.Certificate.Sha256.Span)), out var withdrawn)
                && !(anchor.ValidUntil <= withdrawn.At)
                    ? anchor with { ValidUntil = withdrawn.At, WithdrawnBy = withdrawn.List }
                    : anchor)
            .GroupBy(static anchor => anchor.Role)
            .ToImmutableDictionary(static group => group.Key, static group => group.ToImmutableArray());
    }

    private static void Write(string folder, Certificate certificate) => File.WriteAllText(
        Path.Combine(Directory.CreateDirectory(folder).FullName, Convert.ToHexStringLower(certificate.Sha256.Span[..8]) + ".pem"),
        CertificatePem.Write([certificate]));

    private TrustStore WithCrossOf(string path) =>
        Read(path, static certificate => certificate is { IsAuthority: true, IsSelfIssued: false })
            .Aggregate(this, static (store, certificate) => store.WithCross(certificate));

    private static ImmutableArray<Certificate> Read(string path, Predicate<Certificate> isSuitable)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length > CertificatePem.MaxLength)
        {
            throw new CredentialContentException(CredentialFault.TooLarge, name);
        }

        try
        {
            var octets = File.ReadAllBytes(path);
            ImmutableArray<Certificate> certificates = octets.AsSpan().IndexOf("-----BEGIN "u8) >= 0 || octets is [not 0x30, ..] or []
                ? CertificatePem.Read(Encoding.Latin1.GetString(octets))
                : [Certificate.Parse(octets)];
            return certificates.All(certificate => isSuitable(certificate))
                ? certificates
                : throw new CredentialContentException(CredentialFault.NotAuthority, "basicConstraints");
        }
        catch (CredentialContentException refused)
        {
            throw new CredentialContentException(refused.Error with { Path = $"{name}: {refused.Error.Path}" });
        }
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(IsCertificateFile).Order(StringComparer.Ordinal)
        : [];

    private static bool IsCertificateFile(string path) => Path.GetExtension(path).ToUpperInvariant() is ".PEM" or ".CRT" or ".DER" or ".CER";
}
