using System.Security.Cryptography;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>Revocation lists that another project made in order to trip parsers: those named invalid must not count.</summary>
public sealed class ForeignEvidenceTests
{
    private const string Lists = "pki/boringssl-pki/crl_unittest";

    // Invalid only together with a certificate, or for the way they are used: their octets are well formed.
    private static readonly string[] WellFormed = ["invalid_issuer_keyusage_no_crlsign", "invalid_idp_onlycontainsusercerts_v1_leaf"];

    [CorpusFact(Lists)]
    public void TryParse_ListsOfBoringSsl_AreAcceptedByTheirName()
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(SharedData.PathOf(Lists)!, "*.pem").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (ReadBlock(File.ReadAllText(file), "CRL") is not { } der)
            {
                continue;
            }

            count++;
            var accepted = CertificateRevocationList.TryParse(der, out _, out var error);
            var expected = !name.StartsWith("invalid_", StringComparison.Ordinal) || WellFormed.Contains(name);
            if (accepted != expected)
            {
                failures.Add($"{name}: {(accepted ? "accepted" : error.ToString())}");
            }
        }

        Assert.True(count > 30);
        Assert.Empty(failures);
    }

    private static byte[]? ReadBlock(ReadOnlySpan<char> text, string label)
    {
        while (PemEncoding.TryFind(text, out var fields))
        {
            if (text[fields.Label].SequenceEqual(label))
            {
                return Convert.FromBase64String(text[fields.Base64Data].ToString());
            }

            text = text[fields.Location.End..];
        }

        return null;
    }
}
