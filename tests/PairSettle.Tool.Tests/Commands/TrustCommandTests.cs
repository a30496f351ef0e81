namespace PairSettle.Tool.Tests.Commands;

/// <summary>Trust lists from the first issue to the chain that one of their anchors decides.</summary>
public sealed class TrustCommandTests : IAsyncLifetime, IDisposable
{
    private const string At = "2026-03-01T12:00:00Z";

    private readonly TemporaryFolder _folder = new();

    private string Pki => _folder.PathOf("pki");

    private string Signer => Path.Combine(Pki, "credentials", "trust-list");

    private string PublisherAnchor => Directory.EnumerateFiles(Path.Combine(Pki, "anchors", "lists")).Single();

    private string V2gAnchor => Directory.EnumerateFiles(Path.Combine(Pki, "anchors", "v2g")).Single();

    public async Task InitializeAsync() => Assert.Equal(0, (await CommandLine.RunAsync("pki", "init", Pki, "--at", At)).ExitCode);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Make_TwoIssues_CountOnAndRefuseTheWayBack()
    {
        var (first, second) = (_folder.PathOf("1.pem"), _folder.PathOf("2.pem"));
        Assert.Equal(0, (await MakeAsync(first, "--id", "example.org/roots", "--anchors", Path.Combine(Pki, "anchors"))).ExitCode);
        var made = await MakeAsync(second, "--previous", first, "--withdraw", $"v2g={V2gAnchor}");
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("example.org/roots #2", Text(made.Output), StringComparison.Ordinal);
        Assert.Contains("withdrawn V2G", Text(made.Output), StringComparison.Ordinal);
        Assert.Equal(made.Output, (await CommandLine.RunAsync("trust", "show", second)).Output);

        Assert.Equal(0, (await VerifyAsync(second, "--previous", first)).ExitCode);
        var back = await VerifyAsync(first, "--previous", second);
        Assert.Equal(1, back.ExitCode);
        Assert.Contains("CRED3007", Text(back.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnchorOfSomebodyElse_IsRejected()
    {
        var list = _folder.PathOf("list.pem");
        await MakeAsync(list, "--id", "example.org/roots", "--anchors", Path.Combine(Pki, "anchors"));
        var outcome = await CommandLine.RunAsync("trust", "verify", list, "--anchor", V2gAnchor, "--at", At);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("CRED3002", Text(outcome.Output), StringComparison.Ordinal);
        Assert.Equal("list: Rejected", outcome.Output[^1]);
    }

    [Fact]
    public async Task ChainVerify_AnchorOfAList_IsNamedInBothForms()
    {
        var list = _folder.PathOf("list.pem");
        await MakeAsync(list, "--id", "example.org/roots", "--add", $"V2G={V2gAnchor},2026-01-01,2026-06-01");
        var text = await ChainAsync(list);
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("an anchor of role V2G from example.org/roots #1", Text(text.Output), StringComparison.Ordinal);
        var json = await ChainAsync(list, "--json");
        Assert.Contains("\"id\": \"example.org/roots\"", Text(json.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChainVerify_WithdrawnAnchor_IsRejectedThoughItIsInTheFolder()
    {
        var list = _folder.PathOf("list.pem");
        await MakeAsync(list, "--id", "example.org/roots", "--withdraw", $"v2g={V2gAnchor},2026-02-01");
        var outcome = await ChainAsync(list, "--anchors", Path.Combine(Pki, "anchors"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("CRED1041", Text(outcome.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChainVerify_StaleList_IsNotUsedUnlessThatIsChosen()
    {
        var list = _folder.PathOf("list.pem");
        await MakeAsync(list, "--id", "example.org/roots", "--days", "1", "--anchors", Path.Combine(Pki, "anchors"));
        string[] later = ["--at", "2026-03-05T12:00:00Z"];
        var refused = await ChainAsync(list, later);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("CRED3005", Text(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, (await ChainAsync(list, [.. later, "--list-stale", "Accept"])).ExitCode);
    }

    [Theory]
    [InlineData("V2G", "not ROLE=FILE")]
    [InlineData("nobody=FILE", "not the name or the folder of a role")]
    [InlineData("V2G=FILE,2026-01-01,2026-02-01,2026-03-01", "at most 2 times")]
    [InlineData("V2G=FILE,yesterday", "not a time")]
    [InlineData("lists=FILE", "no anchors of role TrustList")]
    public async Task Make_EntryThatIsNone_IsRefused(string entry, string complaint)
    {
        var list = _folder.PathOf("list.pem");
        var outcome = await MakeAsync(list, "--id", "x", "--add", entry.Replace("FILE", V2gAnchor, StringComparison.Ordinal));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(complaint, outcome.Complaint(), StringComparison.Ordinal);
        Assert.False(File.Exists(list));
    }

    [Fact]
    public async Task Make_WithoutAName_IsMisused() => Assert.Equal(64, (await MakeAsync(_folder.PathOf("list.pem"))).ExitCode);

    [Fact]
    public async Task Show_FileThatIsNoList_IsRefused()
    {
        var outcome = await CommandLine.RunAsync("trust", "show", V2gAnchor);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("CRED2015", outcome.Complaint(), StringComparison.Ordinal);
    }

    private static string Text(string[] lines) => string.Join('\n', lines);

    private Task<CommandLine.Outcome> MakeAsync(string list, params string[] further) =>
        CommandLine.RunAsync(["trust", "make", "--signer", Signer, "--out", list, "--at", At, .. further]);

    private Task<CommandLine.Outcome> VerifyAsync(string list, params string[] further) =>
        CommandLine.RunAsync(["trust", "verify", list, "--anchor", PublisherAnchor, "--at", At, .. further]);

    private Task<CommandLine.Outcome> ChainAsync(string list, params string[] further)
    {
        string[] time = further.Contains("--at") ? [] : ["--at", At];
        return CommandLine.RunAsync(
        [
            "chain", "verify", Path.Combine(Pki, "credentials", "secc", "chain.pem"), "--use", "Secc", "--revocation", "None",
            "--trust-list", list, "--trust-list-anchor", PublisherAnchor, .. time, .. further,
        ]);
    }
}
