using System.Text.Json;
using PairSettle.Credentials;
using PairSettle.Tests.Shared;

namespace PairSettle.Tool.Tests.Commands;

public sealed class ChainCommandTests : IDisposable
{
    private const string At = "2026-03-02T12:00:00Z";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_ContractWithLists_IsTrusted()
    {
        var outcome = await VerifyAsync("contract", "Contract");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("verdict: Trusted", outcome.Output[^1]);
        Assert.Contains(outcome.Output, line => line.StartsWith("[3] ", StringComparison.Ordinal) && line.EndsWith("an anchor of role MobilityOperator", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Output, line => line.Contains("DE8AA001234567", StringComparison.Ordinal)); // the EMAID is personal
    }

    [Fact]
    public async Task Verify_ForAnotherUse_NamesTheFindings()
    {
        var outcome = await VerifyAsync("contract", "Secc");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Output, line => line.StartsWith("CRED1022 Rejects", StringComparison.Ordinal));
        Assert.Equal("verdict: Rejected", outcome.Output[^1]);
    }

    [CorpusFact("pki/v2g-sample-chains")]
    public async Task Verify_Ed448_IsTrustedWhereItIsAccepted()
    {
        var chain = SharedData.PathOf("pki/v2g-sample-chains/ed448")!;
        string[] arguments =
        [
            "chain", "verify", Path.Combine(chain, "leaf.der"), "--intermediates", Path.Combine(chain, "sub1.der"), Path.Combine(chain, "sub2.der"),
            "--anchors", Path.Combine(chain, "root.der"), "--use", "Secc", "--edition", "20", "--at", "2027-01-01T00:00:00Z", "--revocation", "None",
        ];

        Assert.Equal(0, (await CommandLine.RunAsync([.. arguments, "--ed448", "Accept"])).ExitCode);
        var refused = await CommandLine.RunAsync(arguments);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(refused.Output, line => line.StartsWith("CRED1021 Rejects", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_WithoutLists_IsUndetermined()
    {
        var pki = await InitAsync();

        var outcome = await CommandLine.RunAsync(
            "chain", "verify", Chain(pki, "contract"), "--anchors", Path.Combine(pki, "anchors"), "--use", "Contract", "--at", At);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("verdict: Undetermined", outcome.Output[^1]);
    }

    [Fact]
    public async Task Verify_AnchorFileAndDerLeaf_AreReadAsWell()
    {
        var pki = await InitAsync();
        var certificates = CertificatePem.Read(await File.ReadAllTextAsync(Chain(pki, "contract")));
        await File.WriteAllBytesAsync(_folder.PathOf("leaf.der"), certificates[0].RawData.ToArray());
        var intermediates = _folder.Write("subs.pem", CertificatePem.Write(certificates[1..]));

        var outcome = await CommandLine.RunAsync([
            "chain", "verify", _folder.PathOf("leaf.der"), "--intermediates", intermediates, "--use", "Contract", "--at", At, "--revocation", "None",
            "--anchors", .. Directory.GetFiles(Path.Combine(pki, "anchors", "mo"))]);

        Assert.Equal(0, outcome.ExitCode);
    }

    [Fact]
    public async Task Verify_Json_HoldsVerdictFindingsAndChain()
    {
        var outcome = await VerifyAsync("secc", "Secc", "--json");

        using var document = JsonDocument.Parse(string.Join('\n', outcome.Output));
        var root = document.RootElement;
        Assert.Equal("Trusted", root.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("findings").ValueKind);
        var chain = root.GetProperty("chain");
        Assert.Equal("V2G", chain.GetProperty("role").GetString());
        Assert.Equal(4, chain.GetProperty("path").GetArrayLength());
        Assert.All(chain.GetProperty("evidence").EnumerateArray(), use => Assert.Equal("crl", use.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----")]
    public async Task Verify_LeafThatIsNone_IsRefusedInOneLine(string text)
    {
        var pki = await InitAsync();

        var outcome = await CommandLine.RunAsync(
            "chain", "verify", _folder.Write("a.pem", text), "--anchors", Path.Combine(pki, "anchors"), "--use", "Contract");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("a.pem", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_RoleForAnotherUseThanDeclarations_IsMisuse()
    {
        var outcome = await VerifyAsync("contract", "Contract", "--role", "V2G");

        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("--role", outcome.Complaint(), StringComparison.Ordinal);
    }

    private static string Chain(string pki, string name) => Path.Combine(pki, "credentials", name, "chain.pem");

    private async Task<string> InitAsync()
    {
        var pki = _folder.PathOf("pki");
        Assert.Equal(0, (await CommandLine.RunAsync("pki", "init", pki, "--at", "2026-03-01T12:00:00Z")).ExitCode);
        return pki;
    }

    private async Task<CommandLine.Outcome> VerifyAsync(string name, string use, params string[] further)
    {
        var pki = await InitAsync();
        return await CommandLine.RunAsync([
            "chain", "verify", Chain(pki, name), "--anchors", Path.Combine(pki, "anchors"), "--use", use, "--at", At,
            "--crl", .. Directory.GetFiles(Path.Combine(pki, "crl")), .. further]);
    }
}
