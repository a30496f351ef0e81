using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>
/// Immutable anchors by role. As a directory it is <c>DIR/{v2g,mo,cpo,oem,fleet,meter,auditor}/*.pem|*.der|*.crt|*.cer</c>; a missing
/// folder holds no anchors.
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
    ];

    private readonly ImmutableDictionary<AuthorityRole, ImmutableArray<Certificate>> _anchors;

    private TrustStore(ImmutableDictionary<AuthorityRole, ImmutableArray<Certificate>> anchors) => _anchors = anchors;

    /// <summary>A store that trusts nobody.</summary>
    public static TrustStore Empty { get; } = new(ImmutableDictionary<AuthorityRole, ImmutableArray<Certificate>>.Empty);

    /// <summary>The anchors of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The anchors, possibly none.</returns>
    public ImmutableArray<Certificate> AnchorsOf(AuthorityRole role) => _anchors.GetValueOrDefault(role, []);

    /// <summary>The store with one more anchor; adding an anchor twice changes nothing.</summary>
    /// <param name="role">The role.</param>
    /// <param name="anchor">The anchor.</param>
    /// <returns>The new store.</returns>
    public TrustStore With(AuthorityRole role, Certificate anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        var present = AnchorsOf(role);
        return present.Contains(anchor) ? this : new TrustStore(_anchors.SetItem(role, present.Add(anchor)));
    }

    /// <summary>The name of a role's folder.</summary>
    /// <param name="role">The role.</param>
    /// <returns>For example <c>v2g</c>.</returns>
    public static string FolderOf(AuthorityRole role) => Folders.First(entry => entry.Role == role).Folder;

    /// <summary>Reads a directory.</summary>
    /// <param name="directory">The directory that holds the folders of the roles.</param>
    /// <returns>The store.</returns>
    /// <exception cref="DirectoryNotFoundException">The directory does not exist.</exception>
    /// <exception cref="CredentialContentException">A file does not hold a certificate.</exception>
    public static TrustStore Load(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"the directory of trust anchors does not exist: {directory}");
        }

        var store = Empty;
        foreach (var (role, folder) in Folders)
        {
            var path = Path.Combine(directory, folder);
            if (!Directory.Exists(path))
            {
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            {
                foreach (var anchor in ReadFile(file))
                {
                    store = store.With(role, anchor);
                }
            }
        }

        return store;
    }

    /// <summary>Writes the anchors as PEM files that are named by their fingerprints. Files that are there already stay.</summary>
    /// <param name="directory">The directory; made where it is missing.</param>
    public void Save(string directory)
    {
        foreach (var (role, folder) in Folders)
        {
            foreach (var anchor in AnchorsOf(role))
            {
                var path = Directory.CreateDirectory(Path.Combine(directory, folder)).FullName;
                var name = Convert.ToHexStringLower(anchor.Sha256.Span[..8]) + ".pem";
                File.WriteAllText(Path.Combine(path, name), CertificatePem.Write([anchor]));
            }
        }
    }

    private static ImmutableArray<Certificate> ReadFile(string file)
    {
        if (new FileInfo(file).Length > CertificatePem.MaxLength)
        {
            throw new CredentialContentException(CredentialFault.TooLarge, Path.GetFileName(file));
        }

        try
        {
            return Path.GetExtension(file).ToUpperInvariant() switch
            {
                ".PEM" or ".CRT" => CertificatePem.Read(File.ReadAllText(file)),
                ".DER" or ".CER" => [Certificate.Parse(File.ReadAllBytes(file))],
                _ => [],
            };
        }
        catch (CredentialContentException refused)
        {
            throw new CredentialContentException(refused.Error with { Path = $"{Path.GetFileName(file)}: {refused.Error.Path}" });
        }
    }
}
