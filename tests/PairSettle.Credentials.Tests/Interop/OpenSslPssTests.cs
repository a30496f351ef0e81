namespace PairSettle.Credentials.Tests.Interop;

/// <summary>Chains whose signatures openssl made with RSA-PSS.</summary>
public sealed class OpenSslPssTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-pss-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OpenSslFact]
    public void Verify_PssWithCommonKey_IsTrusted()
    {
        foreach (var hash in (string[])["sha256", "sha384", "sha512"])
        {
            var chain = Make("RSA", hash, "-1", []);
            AssertVerdict(chain, ChainVerdict.Trusted);
            Assert.Equal(KeyAlgorithm.Rsa, chain.Root.KeyAlgorithm);
            AssertVerdict((FlipLastBit(chain.Leaf), chain.Root), ChainVerdict.Rejected, ChainReason.SignatureInvalid);
        }
    }

    [OpenSslFact]
    public void Verify_KeyForPssAlone_IsTrusted()
    {
        AssertVerdict(Make("RSA-PSS", "sha256", "-1", []), ChainVerdict.Trusted);
        var restricted = Make(
            "RSA-PSS", "sha256", "-1", ["rsa_pss_keygen_md:sha256", "rsa_pss_keygen_mgf1_md:sha256", "rsa_pss_keygen_saltlen:32"]);
        Assert.Equal(KeyAlgorithm.RsaPss, restricted.Root.KeyAlgorithm);
        AssertVerdict(restricted, ChainVerdict.Trusted);
    }

    [OpenSslFact]
    public void Verify_SaltOfAnotherLength_IsRefused() =>
        AssertVerdict(Make("RSA", "sha256", "20", []), ChainVerdict.Rejected, ChainReason.SignatureInvalid);

    private static void AssertVerdict((Certificate Leaf, Certificate Root) chain, ChainVerdict verdict, ChainReason? reason = null)
    {
        var report = Verify(chain.Leaf, chain.Root);
        Assert.True(report.Verdict == verdict, report.ToString());
        Assert.True(reason is null || report.Has(reason.Value), report.ToString());
    }

    private static ChainReport Verify(Certificate leaf, Certificate root) => ChainVerifier.Verify(new ChainRequest
    {
        Leaf = leaf,
        Anchors = TrustStore.Empty.With(AuthorityRole.V2G, root),
        Use = CertificateUse.General,
        At = leaf.NotBefore.AddHours(1),
        Policy = ChainPolicy.WithoutRevocation,
    });

    private static Certificate FlipLastBit(Certificate certificate)
    {
        var octets = certificate.RawData.ToArray();
        octets[^1] ^= 0x01;
        return Certificate.Parse(octets);
    }

    private (Certificate Leaf, Certificate Root) Make(string algorithm, string hash, string salt, string[] keyOptions)
    {
        string[] pss = [$"-{hash}", "-sigopt", "rsa_padding_mode:pss", "-sigopt", $"rsa_pss_saltlen:{salt}"];
        Run([
            "genpkey", "-algorithm", algorithm, "-pkeyopt", "rsa_keygen_bits:2048",
            .. keyOptions.SelectMany(option => (string[])["-pkeyopt", option]), "-out", PathOf("root.key"),
        ]);
        Run(["req", "-x509", "-new", "-key", PathOf("root.key"), "-subj", "/CN=Root", "-days", "10", "-out", PathOf("root.pem"), .. pss]);
        Run("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", PathOf("leaf.key"));
        Run("req", "-new", "-key", PathOf("leaf.key"), "-subj", "/CN=Leaf", "-out", PathOf("leaf.csr"));
        Run([
            "x509", "-req", "-in", PathOf("leaf.csr"), "-CA", PathOf("root.pem"), "-CAkey", PathOf("root.key"), "-CAcreateserial", "-days", "5",
            "-extfile", Extensions(), "-out", PathOf("leaf.pem"), .. pss,
        ]);
        return (Read("leaf.pem"), Read("root.pem"));
    }

    private string Extensions()
    {
        File.WriteAllText(PathOf("extensions"), "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n");
        return PathOf("extensions");
    }

    private Certificate Read(string name) => CertificatePem.Read(File.ReadAllText(PathOf(name)))[0];

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static void Run(params IEnumerable<string> arguments)
    {
        var (code, output) = OpenSsl.Run(arguments);
        Assert.True(code == 0, output);
    }
}
