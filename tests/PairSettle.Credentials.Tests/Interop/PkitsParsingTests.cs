
namespace PairSettle.Credentials.Tests.Interop;

/// <summary>
/// The well-formed certificates and lists of the path validation suite must not fall victim to the parsers' strictness. Those that the suite
/// breaks on purpose, so that no path through them is valid, have a signature that is not a whole number of octets.
/// </summary>
public sealed class PkitsParsingTests
{
    private static readonly string[] Broken = ["BadCRLSignatureCACRL.crl", "BadSignedCACert.crt", "InvalidDSASignatureTest6EE.crt"];

    [CorpusFact("pki/pkits/certs")]
    public void TryParse_Certificates_OnlyThoseBrokenOnPurposeAreRefused() => AssertRefused("pki/pkits/certs", der =>
        Certificate.TryParse(der, out _, out var error) ? null : error.ToString());

    [CorpusFact("pki/pkits/crls")]
    public void TryParse_Lists_OnlyThoseBrokenOnPurposeAreRefused() => AssertRefused("pki/pkits/crls", der =>
        CertificateRevocationList.TryParse(der, out _, out var error) ? null : error.ToString());

    private static void AssertRefused(string folder, Func<byte[], string?> parse)
    {
        var files = Directory.GetFiles(SharedData.PathOf(folder)!);
        Assert.True(files.Length > 100);
        var refused = files.Where(file => parse(File.ReadAllBytes(file)) is not null).Select(file => Path.GetFileName(file));
        Assert.Equal(files.Select(file => Path.GetFileName(file)).Intersect(Broken).Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal));
    }
}
