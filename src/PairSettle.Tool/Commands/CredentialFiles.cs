using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary>Reads certificates and evidence from files, PEM or DER. What does not hold them is refused in one line.</summary>
internal static class CredentialFiles
{
    // Twice what the largest list has as DER, since PEM is a third longer.
    private const long Longest = 2L * CertificateRevocationList.MaxLength;

    private static readonly byte[] PemStart = [.. "-----BEGIN "u8];

    /// <summary>The certificates of a file, at least one, or of the files of a folder.</summary>
    public static ImmutableArray<Certificate> Certificates(string path)
    {
        ImmutableArray<Certificate> certificates = [.. In(path, ".pem", ".crt", ".cer", ".der").SelectMany(static file =>
            Read(file, static octets => Blocks(octets, "CERTIFICATE").Select(static der => Certificate.Parse(der)).ToImmutableArray()))];
        return certificates.IsEmpty ? throw new InvalidDataException($"{path}: the folder holds no certificates") : certificates;
    }

    /// <summary>The anchors of folders in the layout of trust stores, and of files, which count as anchors of one role.</summary>
    public static TrustStore Anchors(IEnumerable<string> paths, AuthorityRole roleOfFiles) => paths.Aggregate(TrustStore.Empty, (store, path) =>
        store.With(Refusing(path, () => Directory.Exists(path) ? TrustStore.Load(path) : TrustStore.LoadFile(path, roleOfFiles))));

    /// <summary>The revocation lists and OCSP responses of files, and of the files of folders.</summary>
    public static RevocationEvidence Evidence(IEnumerable<string> paths)
    {
        var items = paths.SelectMany(static path => In(path, ".crl", ".ocsp", ".pem", ".der"))
            .SelectMany(static path => Read(path, static octets => Blocks(octets, "X509 CRL"))).ToArray();
        return RevocationEvidence.TryCreate(items, out var evidence, out var error) ? evidence : throw new InvalidDataException($"{error}");
    }

    /// <summary>Whatever a file holds, or the files of a folder: certificates, revocation lists or OCSP responses. Keys in folders are passed over.</summary>
    public static ImmutableArray<object> Any(string path) => [.. In(path, ".pem", ".crt", ".cer", ".der", ".crl", ".ocsp").SelectMany(static file => AnyOf(file))];

    private static ImmutableArray<object> AnyOf(string path) => Read(path, static octets =>
    {
        if (octets.AsSpan().IndexOf(PemStart) >= 0)
        {
            var text = Encoding.Latin1.GetString(octets);
            return text.Contains("-----BEGIN X509 CRL", StringComparison.Ordinal)
                ? [.. Blocks(octets, "X509 CRL").Select(static der => CertificateRevocationList.Parse(der))]
                : ImmutableArray.CreateRange<object>(Blocks(octets, "CERTIFICATE").Select(static der => Certificate.Parse(der)));
        }

        return Certificate.TryParse(octets, out var certificate, out var error) ? [certificate]
            : EvidenceItem.TryParse(octets, out var item, out _) ? [item]
            : throw new CredentialContentException(error);
    });

    // The file itself; of a folder those of its files that have one of the extensions, keys left out.
    private static IEnumerable<string> In(string path, params string[] extensions) => !Directory.Exists(path) ? [path] : Directory.EnumerateFiles(path)
        .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && Path.GetFileName(file) != PkiDirectory.KeyFile)
        .Order(StringComparer.Ordinal);

    private static T Read<T>(string path, Func<byte[], T> parse)
    {
        if (new FileInfo(path) is { Exists: true, Length: > Longest })
        {
            throw new InvalidDataException($"{path}: longer than {Longest} octets");
        }

        var octets = File.ReadAllBytes(path);
        return Refusing(path, () => parse(octets));
    }

    private static T Refusing<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CredentialContentException or FormatException)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> Blocks(byte[] octets, string label)
    {
        if (octets.AsSpan().IndexOf(PemStart) < 0)
        {
            return [octets];
        }

        var blocks = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(octets);
        while (PemEncoding.TryFind(text, out var fields))
        {
            if (text[fields.Label].SequenceEqual(label))
            {
                blocks.Add(Convert.FromBase64String(text[fields.Base64Data].ToString()));
            }

            text = text[fields.Location.End..];
        }

        return blocks.Count > 0 ? blocks.ToImmutable() : throw new FormatException($"no PEM block of the kind {label}");
    }
}
