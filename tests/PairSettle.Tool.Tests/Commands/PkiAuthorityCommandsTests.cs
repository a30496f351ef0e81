using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;

namespace PairSettle.Tool.Tests.Commands;

/// <summary>What an authority does from the command line, judged by the verifier on the command line.</summary>
public sealed class PkiAuthorityCommandsTests : IDisposable
{
    private const string At = "2026-03-02T12:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task IssueRevokeList_Contract_IsTrustedUntilTheListSaysOtherwise()
    {
        var pki = await InitAsync();
        var leaf = _folder.PathOf("contract");
        Assert.Equal(0, (await ActAsync(pki, "issue", "MOSubCA2", "--template", "contract", "--name", "DE8AA0076543210", "--out", leaf)).ExitCode);

        await ActAsync(pki, "crl", "MOSubCA2", "--out", _folder.PathOf("before.crl"));
        Assert.Equal("verdict: Trusted", (await VerifyAsync(pki, leaf, "--crl", _folder.PathOf("before.crl"))).Output[^1]);

        await ActAsync(pki, "revoke", "MOSubCA2", Path.Combine(leaf, "chain.pem"), "--reason", "KeyCompromise");
        await ActAsync(pki, "crl", "MOSubCA2", "--out", _folder.PathOf("after.crl"));
        var outcome = await VerifyAsync(pki, leaf, "--crl", _folder.PathOf("after.crl"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Output, line => line.StartsWith("CRED1006 Rejects", StringComparison.Ordinal) && line.Contains("KeyCompromise", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ocsp_OfTheAuthority_CountsAsEvidence()
    {
        var pki = await InitAsync();
        var leaf = _folder.PathOf("contract");
        await ActAsync(pki, "issue", "MOSubCA2", "--template", "contract", "--name", "DE8AA0076543210", "--out", leaf);

        var answered = await ActAsync(pki, "ocsp", "MOSubCA2", Path.Combine(leaf, "chain.pem"), "--out", _folder.PathOf("a.ocsp"));

        Assert.EndsWith(": Good", Assert.Single(answered.Output), StringComparison.Ordinal);
        Assert.Equal("verdict: Trusted", (await VerifyAsync(pki, leaf, "--ocsp", _folder.PathOf("a.ocsp"))).Output[^1]);
    }

    [Fact]
    public async Task Ocsp_CertificateThatTheLogDoesNotKnow_IsUnknownAndOfAnotherIssuerRefused()
    {
        var pki = await InitAsync();
        var leaf = Path.Combine(pki, "credentials", "contract");
        await File.WriteAllTextAsync(Path.Combine(pki, "authorities", "MOSubCA2", "log.txt"), string.Empty);

        var answered = await ActAsync(pki, "ocsp", "MOSubCA2", Path.Combine(leaf, "chain.pem"), "--out", _folder.PathOf("a.ocsp"));

        Assert.EndsWith(": Unknown", Assert.Single(answered.Output), StringComparison.Ordinal);
        Assert.Equal("verdict: Undetermined", (await VerifyAsync(pki, leaf, "--ocsp", _folder.PathOf("a.ocsp"))).Output[^1]);

        var foreign = await ActAsync(pki, "ocsp", "MOSubCA2", Path.Combine(pki, "credentials", "secc", "chain.pem"), "--out", _folder.PathOf("b.ocsp"));
        Assert.Equal(2, foreign.ExitCode);
        Assert.Contains("not one of this authority", foreign.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_Request_CertifiesItsKeyAndWritesNone()
    {
        var pki = await InitAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=whatever the requester says", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        var leaf = _folder.PathOf("contract");

        var outcome = await ActAsync(
            pki, "issue", "MOSubCA2", "--template", "contract", "--name", "DE8AA0076543210", "--csr", _folder.Write("a.csr", request), "--out", leaf);

        Assert.Equal(0, outcome.ExitCode);
        Assert.False(File.Exists(Path.Combine(leaf, "key.pem")));
        using var issued = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(Path.Combine(leaf, "chain.pem")));
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), issued.PublicKey.ExportSubjectPublicKeyInfo());
    }

    [Theory]
    [InlineData("2", 20)]
    [InlineData("20", 8)]
    public async Task Issue_Contract_HasTheKeyIdentifierOfTheEdition(string edition, int length)
    {
        var pki = await InitAsync("--edition", edition);
        var leaf = _folder.PathOf("contract");
        Assert.Equal(0, (await ActAsync(pki, "issue", "MOSubCA2", "--template", "contract", "--name", "DE8AA0076543210", "--out", leaf)).ExitCode);
        foreach (var path in (string[])[Path.Combine(leaf, "chain.pem"), Path.Combine(pki, "credentials", "contract", "chain.pem")])
        {
            var chain = CertificatePem.Read(await File.ReadAllTextAsync(path));
            Assert.Equal(length, chain[0].SubjectKeyIdentifier.Length);
            Assert.Equal(20, chain[1].SubjectKeyIdentifier.Length);
        }

        Assert.Equal("verdict: Trusted", (await VerifyAsync(pki, leaf, "--edition", edition, "--revocation", "None")).Output[^1]);
        var asked = _folder.PathOf("asked");
        await ActAsync(pki, "issue", "MOSubCA2", "--template", "contract", "--edition", "20", "--unchecked", "--name", "DE8AA0076543210", "--out", asked);
        Assert.Equal(8, CertificatePem.Read(await File.ReadAllTextAsync(Path.Combine(asked, "chain.pem")))[0].SubjectKeyIdentifier.Length);
    }

    [Fact]
    public async Task Issue_RequestOfAnotherKey_IsRefused()
    {
        var pki = await InitAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var der = new CertificateRequest("CN=a", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        der[^1] ^= 1;
        var request = _folder.Write("a.csr", PemEncoding.WriteString("CERTIFICATE REQUEST", der));

        var outcome = await ActAsync(pki, "issue", "MOSubCA2", "--template", "contract", "--name", "a", "--csr", request, "--out", _folder.PathOf("x"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("a.csr", outcome.Complaint(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("x")));
    }

    [Fact]
    public async Task Cross_IntermediateOfAnother_LeadsToTheOwnRoot()
    {
        var pki = await InitAsync();
        var other = _folder.PathOf("other");
        await CommandLine.RunAsync("pki", "init", other, "--at", At, "--keep-authorities");
        var subject = Path.Combine(other, "authorities", "CPOSubCA1", "chain.pem");
        var cross = _folder.PathOf("cross.pem");
        Assert.Equal(0, (await ActAsync(pki, "cross", "V2GRootCA", subject, "--out", cross)).ExitCode);

        var leaf = Path.Combine(other, "credentials", "secc", "chain.pem");
        string[] question = ["chain", "verify", leaf, "--use", "Secc", "--anchors", Path.Combine(pki, "anchors"), "--revocation", "None", "--at", At];
        Assert.Equal(1, (await CommandLine.RunAsync(question)).ExitCode);
        Assert.Equal("verdict: Trusted", (await CommandLine.RunAsync([.. question, "--intermediates", cross])).Output[^1]);
    }

    [Fact]
    public async Task Cross_Leaf_IsRefused()
    {
        var pki = await InitAsync();
        var outcome = await ActAsync(pki, "cross", "V2GRootCA", Path.Combine(pki, "credentials", "secc", "chain.pem"), "--out", _folder.PathOf("x.pem"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("not one of an authority", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_EveryKindOfFile_SaysWhatItHolds()
    {
        var pki = await InitAsync();
        var chain = Path.Combine(pki, "credentials", "contract", "chain.pem");
        await ActAsync(pki, "ocsp", "MOSubCA2", chain, "--out", _folder.PathOf("a.ocsp"));

        var outcome = await CommandLine.RunAsync("pki", "show", chain, Directory.GetFiles(Path.Combine(pki, "crl"))[0], _folder.PathOf("a.ocsp"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(3, outcome.Output.Count(line => line.StartsWith("certificate ", StringComparison.Ordinal)));
        Assert.Single(outcome.Output, line => line.StartsWith("revocation list ", StringComparison.Ordinal));
        Assert.Single(outcome.Output, line => line.StartsWith("OCSP response ", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Output, line => line.Contains("DE8AA001234567", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_FolderOfAnAuthority_SaysWhatTheLogSays()
    {
        var pki = await InitAsync();
        await ActAsync(pki, "revoke", "MOSubCA2", Path.Combine(pki, "credentials", "contract"), "--reason", "KeyCompromise", "--since", At);

        var outcome = await CommandLine.RunAsync("pki", "show", Path.Combine(pki, "authorities", "MOSubCA2"), Path.Combine(pki, "crl"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("  issued         2", outcome.Output);
        Assert.Single(outcome.Output, line => line.StartsWith("  revoked ", StringComparison.Ordinal) && line.EndsWith("KeyCompromise, suspected since 2026-03-02 12:00:00Z", StringComparison.Ordinal));
        Assert.Equal(19, outcome.Output.Count(line => line.StartsWith("revocation list ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Revoke_SerialNumber_IsThatOfTheLog()
    {
        var pki = await InitAsync();
        var serial = Convert.ToHexString(CertificatePem.Read(await File.ReadAllTextAsync(Path.Combine(pki, "credentials", "contract", "chain.pem")))[0].SerialNumber.Span);
        var outcome = await ActAsync(pki, "revoke", "MOSubCA2", "--serial", serial.ToLowerInvariant());
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(serial, Assert.Single(outcome.Output), StringComparison.OrdinalIgnoreCase);

        foreach (var (arguments, complaint) in new (string[], string)[]
        {
            (["--serial", serial], "revoked before"),
            (["--serial", "12:34"], "no certificate has the serial number 1234"),
            (["--serial", "none"], "not a serial number"),
            ([Path.Combine(pki, "credentials", "secc")], "not one of this authority"),
            ([Path.Combine(pki, "credentials", "mo-declarations"), "--reason", "RemoveFromCrl"], "no reason to revoke"),
        })
        {
            var refused = await ActAsync(pki, "revoke", "MOSubCA2", arguments);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains(complaint, refused.Complaint(), StringComparison.Ordinal);
        }

        Assert.Equal(64, (await ActAsync(pki, "revoke", "MOSubCA2")).ExitCode);
    }

    [Fact]
    public async Task Revoke_FolderWithoutAuthority_IsRefusedInOneLine()
    {
        var outcome = await CommandLine.RunAsync("pki", "revoke", _folder.PathOf("none"), _folder.PathOf("none.pem"));

        Assert.Equal(2, outcome.ExitCode);
        outcome.Complaint();
    }

    private async Task<string> InitAsync(params string[] further)
    {
        var pki = _folder.PathOf("pki");
        Assert.Equal(0, (await CommandLine.RunAsync(["pki", "init", pki, "--at", "2026-03-01T12:00:00Z", "--keep-authorities", .. further])).ExitCode);
        return pki;
    }

    private static Task<CommandLine.Outcome> ActAsync(string pki, string command, string authority, params string[] further) =>
        CommandLine.RunAsync(["pki", command, Path.Combine(pki, "authorities", authority), .. further, "--at", At]);

    private static Task<CommandLine.Outcome> VerifyAsync(string pki, string leaf, params string[] evidence) => CommandLine.RunAsync([
        "chain", "verify", Path.Combine(leaf, "chain.pem"), "--anchors", Path.Combine(pki, "anchors"), "--use", "Contract", "--at", At,
        .. evidence.Contains("--revocation") ? Array.Empty<string>() : ["--revocation", "Leaf"], .. evidence]);
}
