using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Tests.Commands;

/// <summary>Hierarchies that are made authority by authority, and what an authority refuses to issue.</summary>
public sealed class PkiIssueCommandTests : IDisposable
{
    private const string At = "2026-03-02T12:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2")]
    [InlineData("20")]
    public async Task Issue_HierarchyOfOnesOwn_IsTrusted(string edition)
    {
        await SucceedAsync("pki", "root", PathOf("root"), "--name", "Own Root", "--domain-component", "V2G", "--edition", edition);
        await IssueAsync("root", "sub1", "authority", "Own Sub 1", "--path-length", "1");
        await IssueAsync("sub1", "sub2", "authority", "Own Sub 2");
        await IssueAsync("sub2", "secc", "secc", "DE8AAE00001", "--organization", "Own", "--country", "DE", "--ocsp-url", "http://ocsp.test/", "--crl-url", "http://crl.test/a.crl");
        Directory.CreateDirectory(PathOf("lists"));
        foreach (var name in (string[])["root", "sub1", "sub2"])
        {
            await SucceedAsync("pki", "crl", PathOf(name), "--out", PathOf($"lists/{name}.crl"));
        }

        var outcome = await SucceedAsync(
            "chain", "verify", PathOf("secc/chain.pem"), "--use", "Secc", "--edition", edition, "--anchors", PathOf("root/chain.pem"), "--crl", PathOf("lists"));
        Assert.Equal("verdict: Trusted", outcome.Output[^1]);
        var chain = CertificatePem.Read(await File.ReadAllTextAsync(PathOf("secc/chain.pem")));
        Assert.Equal([null, 0, 1], chain.Select(certificate => certificate.PathLength));
        Assert.Equal(["CPO", "V2G", "V2G"], chain.Select(certificate => certificate.Subject.DomainComponents[0]));
        Assert.Equal(("http://ocsp.test/", "http://crl.test/a.crl"), (Assert.Single(chain[0].OcspResponders), Assert.Single(chain[0].CrlDistributionPoints)));
        Assert.All(chain, certificate => Assert.Equal(edition == "20" ? KeyAlgorithm.EcP521 : KeyAlgorithm.EcP256, certificate.KeyAlgorithm));
    }

    [Fact]
    public async Task Issue_VehicleOfAmendment1_IsTrustedByOcspAlone()
    {
        await SucceedAsync("pki", "root", PathOf("root"), "--name", "OEM Root", "--domain-component", "OEM", "--edition", "20");
        await IssueAsync("root", "sub1", "vehicle-authority", "EV Sub 1", "--path-length", "1", "--domain-component", "OEMEV");
        await IssueAsync("sub1", "sub2", "vehicle-authority", "EV Sub 2");
        string[] vehicle = ["--organization", "Own", "--domain-component", "OEMEV", "--vehicle-rules", "Amendment1"];
        await IssueAsync("sub2", "vehicle", "vehicle", "WM1V1234567890ABCDE5", vehicle);

        var refused = await RunAsync("pki", "crl", PathOf("sub2"), "--out", PathOf("sub2.crl"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("lacks cRLSign", refused.Complaint(), StringComparison.Ordinal);
        Assert.DoesNotContain("list", await File.ReadAllTextAsync(PathOf("sub2/log.txt")), StringComparison.Ordinal);

        await SucceedAsync("pki", "ocsp", PathOf("sub2"), PathOf("vehicle"), "--out", PathOf("a.ocsp"));
        await SucceedAsync("pki", "ocsp", PathOf("sub1"), PathOf("sub2"), "--out", PathOf("b.ocsp"));
        await SucceedAsync("pki", "crl", PathOf("root"), "--out", PathOf("root.crl"));
        var outcome = await SucceedAsync(
            "chain", "verify", PathOf("vehicle/chain.pem"), "--use", "Vehicle", "--edition", "20", "--vehicle-rules", "Amendment1", "--evccid-check", "Require",
            "--anchors", PathOf("root/chain.pem"), "--ocsp", PathOf("a.ocsp"), PathOf("b.ocsp"), "--crl", PathOf("root.crl"));
        Assert.Equal("verdict: Trusted", outcome.Output[^1]);
    }

    [Theory]
    [InlineData("MOSubCA2", "contract", "not an EMAID", "CRED1030")]
    [InlineData("OEMSubCA2", "oem-provisioning", "not a PCID", "CRED1030")]
    [InlineData("MORootCA", "contract", "DE8AA0012345670", "CRED1028")]
    [InlineData("MOSubCA2", "secc", "DE8AAE00001", "CRED1021", "--edition", "20")]
    [InlineData("OEMSubCA2", "vehicle", "WM1V1234567890ABCDE5", "CRED1042", "--vehicle-rules", "Published2022", "--country", "DE", "--organization", "Own")]
    public async Task Issue_WhatNobodyWouldAccept_IsRefusedUnlessAskedFor(string authority, string template, string name, string code, params string[] further)
    {
        var pki = await InitAsync();
        var folder = Path.Combine(pki, "authorities", authority);
        var log = await File.ReadAllTextAsync(Path.Combine(folder, "log.txt"));
        string[] order = ["pki", "issue", folder, "--template", template, "--name", name, "--out", PathOf("leaf"), .. further];

        var refused = await RunAsync(order);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(refused.Errors, line => line.StartsWith($"{code} Rejects", StringComparison.Ordinal));
        Assert.Contains("nothing was issued", refused.Errors[^1], StringComparison.Ordinal);
        Assert.Equal(log, await File.ReadAllTextAsync(Path.Combine(folder, "log.txt")));
        Assert.False(Directory.Exists(PathOf("leaf")));

        await SucceedAsync([.. order, "--unchecked"]);
        Assert.True(File.Exists(PathOf("leaf/chain.pem")));
    }

    [Fact]
    public async Task Issue_AuthorityThatKeepsItsKey_IsOpenedWithIt()
    {
        var pki = await InitAsync();
        using var key = ECDsaSigner.Generate();
        using var secret = ECDsa.Create();
        secret.ImportFromPem(key.ExportPkcs8Pem());
        await File.WriteAllTextAsync(PathOf("a.csr"), new CertificateRequest("CN=asked", secret, HashAlgorithmName.SHA256).CreateSigningRequestPem());
        await SucceedAsync(
            "pki", "issue", Path.Combine(pki, "authorities", "V2GRootCA"), "--template", "authority", "--path-length", "0", "--name", "Sub", "--csr", PathOf("a.csr"),
            "--out", PathOf("sub"));

        Assert.Equal(["chain.pem", "lock", "log.txt"], Directory.EnumerateFiles(PathOf("sub")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var authority = AuthorityDirectory.Open(PathOf("sub"), key);
        Assert.Equal((0, 0), (authority.Count, authority.Authority.Certificate.PathLength));
    }

    [Fact]
    public async Task Issue_LeafThatOutlivesItsIssuer_IsNoted()
    {
        var pki = await InitAsync();
        var outcome = await SucceedAsync(
            "pki", "issue", Path.Combine(pki, "authorities", "MOSubCA2"), "--template", "contract", "--name", "DE8AA0012345670", "--days", "4000", "--out", PathOf("leaf"));
        Assert.StartsWith("CRED1034 Notes", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--path-length", "0")]
    [InlineData("--path-length", "1")]
    public async Task Issue_AuthorityBelowTheLastOne_IsRefused(params string[] further)
    {
        var pki = await InitAsync();
        string[] order = ["pki", "issue", Path.Combine(pki, "authorities", "MOSubCA2"), "--template", "authority", "--name", "One too many", "--out", PathOf("sub")];
        foreach (var arguments in (string[][])[order, [.. order, .. further]])
        {
            var outcome = await RunAsync(arguments);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains("path length", outcome.Complaint(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(64, "--template", "contract", "--name", "DE8AA0012345670", "--path-length", "1")]
    [InlineData(64, "--template", "contract", "--name", "DE8AA0012345670", "--ocsp-url", "no-uri")]
    [InlineData(64, "--template", "contract", "--name", "DE8AA0012345670", "--days", "0")]
    [InlineData(2, "--template", "contract", "--name", "")]
    [InlineData(2, "--template", "contract", "--name", "DE8AA0012345670", "--country", "Germany")]
    public async Task Issue_ArgumentsThatMakeNoSense_AreRefusedInOneLine(int code, params string[] arguments)
    {
        var pki = await InitAsync();
        var outcome = await RunAsync(["pki", "issue", Path.Combine(pki, "authorities", "MOSubCA2"), "--out", PathOf("leaf"), .. arguments]);
        Assert.Equal(code, outcome.ExitCode);
        Assert.False(Directory.Exists(PathOf("leaf")));
    }

    private string PathOf(string name) => _folder.PathOf(name);

    private async Task<string> InitAsync()
    {
        await SucceedAsync("pki", "init", PathOf("pki"), "--keep-authorities");
        return PathOf("pki");
    }

    private Task IssueAsync(string authority, string target, string template, string name, params string[] further) =>
        SucceedAsync(["pki", "issue", PathOf(authority), "--template", template, "--name", name, "--out", PathOf(target), .. further]);

    private static async Task<CommandLine.Outcome> SucceedAsync(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);
        Assert.True(outcome.ExitCode == 0, string.Join('\n', [.. outcome.Output, .. outcome.Errors]));
        return outcome;
    }

    private static Task<CommandLine.Outcome> RunAsync(params string[] arguments) => CommandLine.RunAsync([.. arguments, "--at", At]);
}
