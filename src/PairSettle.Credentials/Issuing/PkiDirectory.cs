using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// Anchors, credentials and evidence as a directory: <c>anchors/ROLE/*.pem</c> (see <see cref="TrustStore"/>),
/// <c>credentials/NAME/chain.pem</c> (leaf first) with <c>key.pem</c> (PKCS#8, readable by its owner alone), and <c>crl/*.crl</c>.
/// </summary>
public sealed record PkiDirectory
{
    /// <summary>The file of a credential's or authority's key.</summary>
    public const string KeyFile = "key.pem";

    /// <summary>The folder of the charger's credential.</summary>
    public const string Secc = "secc";

    /// <summary>The folder of the contract credential.</summary>
    public const string Contract = "contract";

    /// <summary>The folder of the vehicle's provisioning credential.</summary>
    public const string OemProvisioning = "oem-provisioning";

    /// <summary>The folder of the vehicle's TLS client credential.</summary>
    public const string Vehicle = "vehicle";

    /// <summary>The folder of the provisioning service's credential.</summary>
    public const string CertificateProvisioning = "certificate-provisioning";

    /// <summary>The folder of the meter's credential.</summary>
    public const string Meter = "meter";

    /// <summary>The folder of the mobility operator's declaration signer.</summary>
    public const string MoDeclarations = "mo-declarations";

    /// <summary>The folder of the charge point operator's declaration signer.</summary>
    public const string CpoDeclarations = "cpo-declarations";

    /// <summary>The folder of the fleet's declaration signer.</summary>
    public const string FleetDeclarations = "fleet-declarations";

    /// <summary>The folder of the meter authority's declaration signer.</summary>
    public const string MeterDeclarations = "meter-declarations";

    /// <summary>The folder of the auditor's declaration signer.</summary>
    public const string AuditorDeclarations = "auditor-declarations";

    /// <summary>The folder of the signer of trust lists.</summary>
    public const string TrustList = "trust-list";

    private const string AnchorsFolder = "anchors";
    private const string CredentialsFolder = "credentials";
    private const string RevocationFolder = "crl";
    private const string ChainFile = "chain.pem";

    /// <summary>The anchors.</summary>
    public required TrustStore Anchors { get; init; }

    /// <summary>The credentials by the name of their folder.</summary>
    public required ImmutableSortedDictionary<string, Credential> Credentials { get; init; }

    /// <summary>The evidence.</summary>
    public RevocationEvidence Evidence { get; init; } = RevocationEvidence.Empty;

    /// <summary>Writes the directory.</summary>
    /// <param name="directory">The directory; made where it is missing. Files of the same names are overwritten.</param>
    /// <exception cref="InvalidOperationException">The key of a credential is not a software key.</exception>
    public void Write(string directory)
    {
        Anchors.Save(Path.Combine(directory, AnchorsFolder));
        foreach (var (name, credential) in Credentials)
        {
            if (credential.Signer is not ECDsaSigner key)
            {
                throw new InvalidOperationException($"the key of {name} is not a software key and cannot be written");
            }

            SaveCredential(Path.Combine(directory, CredentialsFolder, name), credential.Leaf, credential.Intermediates, key);
        }

        var lists = Directory.CreateDirectory(Path.Combine(directory, RevocationFolder)).FullName;
        foreach (var list in Evidence.Lists)
        {
            File.WriteAllBytes(Path.Combine(lists, $"{FileNameOf(list.Issuer)}.crl"), list.RawData.Span);
        }
    }

    /// <summary>Writes one credential as <see cref="LoadCredential"/> reads it.</summary>
    /// <param name="folder">The folder; made where it is missing. Files of the same names are overwritten.</param>
    /// <param name="leaf">The certificate.</param>
    /// <param name="intermediates">The issuers, nearest first.</param>
    /// <param name="key">The key; null where it is elsewhere, and then there is no <c>key.pem</c>.</param>
    public static void SaveCredential(string folder, Certificate leaf, ImmutableArray<Certificate> intermediates, ECDsaSigner? key)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var path = Directory.CreateDirectory(folder).FullName;
        File.WriteAllText(Path.Combine(path, ChainFile), CertificatePem.Write([leaf, .. intermediates]));
        if (key is not null)
        {
            WriteSecret(Path.Combine(path, KeyFile), key.ExportPkcs8Pem() + "\n");
        }
    }

    /// <summary>Reads a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <returns>What it holds. The caller disposes of the signers.</returns>
    /// <exception cref="DirectoryNotFoundException">The directory or its anchors do not exist.</exception>
    /// <exception cref="CredentialContentException">A file is not what its place says.</exception>
    public static PkiDirectory Load(string directory)
    {
        var credentials = ImmutableSortedDictionary.CreateBuilder<string, Credential>(StringComparer.Ordinal);
        var folders = Path.Combine(directory, CredentialsFolder);
        if (Directory.Exists(folders))
        {
            foreach (var folder in Directory.EnumerateDirectories(folders))
            {
                credentials.Add(Path.GetFileName(folder), LoadCredential(folder));
            }
        }

        return new PkiDirectory
        {
            Anchors = TrustStore.Load(Path.Combine(directory, AnchorsFolder)),
            Credentials = credentials.ToImmutable(),
            Evidence = LoadEvidence(Path.Combine(directory, RevocationFolder)),
        };
    }

    /// <summary>Reads one credential.</summary>
    /// <param name="folder">A folder with <c>chain.pem</c> and <c>key.pem</c>.</param>
    /// <returns>The credential. The caller disposes of the signer.</returns>
    /// <exception cref="CredentialContentException">A file is not what its name says, or the key is not the leaf's.</exception>
    public static Credential LoadCredential(string folder)
    {
        var chain = LoadChain(folder);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(Path.Combine(folder, KeyFile)));
            var signer = new ECDsaSigner(key);
            return signer.SubjectPublicKeyInfo.Span.SequenceEqual(chain[0].SubjectPublicKeyInfo.Span)
                ? new Credential(chain[0], chain[1..], signer)
                : throw new CredentialContentException(CredentialFault.InvalidPublicKey, $"{Path.GetFileName(folder)}/{KeyFile}");
        }
        catch (Exception refused) when (refused is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new CredentialContentException(CredentialFault.InvalidPem, $"{Path.GetFileName(folder)}/{KeyFile}");
        }
        catch (CredentialContentException)
        {
            key.Dispose();
            throw;
        }
    }

    internal static ImmutableArray<Certificate> LoadChain(string folder) => CertificatePem.Read(File.ReadAllText(Path.Combine(folder, ChainFile)));

    private static RevocationEvidence LoadEvidence(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return RevocationEvidence.Empty;
        }

        var items = Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is ".crl" or ".ocsp")
            .Order(StringComparer.Ordinal)
            .Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file));
        return RevocationEvidence.TryCreate(items, out var evidence, out var error) ? evidence : throw new CredentialContentException(error);
    }

    // The mode is set when the file is made, so that there is no moment at which others can open it.
    private static void WriteSecret(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }

    private static string FileNameOf(DistinguishedName issuer) =>
        string.Concat((issuer.CommonName ?? "authority").Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
}
