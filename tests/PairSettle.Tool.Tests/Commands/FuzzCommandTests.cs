using PairSettle.Tool.Conformance;
using PairSettle.Tool.Tests.Conformance;

namespace PairSettle.Tool.Tests.Commands;

public sealed class FuzzCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exi_SameSeedAndInputs_DoesTheSame()
    {
        var seeds = _folder.Write("seeds.jsonl", Vectors.Line("seed"));
        var (first, second) = (_folder.PathOf("first.jsonl"), _folder.PathOf("second.jsonl"));

        var outcome = await CommandLine.RunAsync("fuzz", "exi", seeds, "--inputs", "3000", "--seed", "7", "--keep", first);
        var again = await CommandLine.RunAsync("fuzz", "exi", seeds, "--inputs", "3000", "--seed", "7", "--keep", second);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("seed 7", outcome.Output[0]);
        Assert.StartsWith("3001 streams: ", outcome.Output[1], StringComparison.Ordinal);
        Assert.EndsWith(" 0 failed", outcome.Output[^1], StringComparison.Ordinal);
        Assert.Equal(outcome.Output, again.Output);
        Assert.Equal(await File.ReadAllTextAsync(first), await File.ReadAllTextAsync(second));
    }

    [Fact]
    public async Task Exi_StreamsThatAreKept_AreSeedsOfTheNextRun()
    {
        var kept = _folder.PathOf("kept.jsonl");
        await CommandLine.RunAsync("fuzz", "exi", _folder.Write("seeds.jsonl", Vectors.Line("seed")), "--inputs", "2000", "--keep", kept);
        var count = File.ReadAllLines(kept).Length;

        var outcome = await CommandLine.RunAsync("fuzz", "exi", kept, "--inputs", "0");

        Assert.InRange(count, 20, 2000);
        Assert.StartsWith($"{count} streams: ", outcome.Output[1], StringComparison.Ordinal);
        Assert.Equal(count, Vector.ReadFile(kept).Select(vector => vector.ExiHex).Distinct().Count());
    }

    /// <summary>The project's own messages of every set, and what earlier runs found worth keeping.</summary>
    [Fact]
    public async Task Exi_SeedsAndKeptStreams_AreJudgedRight()
    {
        string[] files = [Repository.PathOf("tests", "vectors", "exi-seeds.jsonl"), Repository.PathOf("tests", "vectors", "exi-corpus.jsonl")];

        var outcome = await CommandLine.RunAsync(["fuzz", "exi", .. files, "--inputs", "0"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith($"{files.Sum(file => File.ReadLines(file).Count())} streams: ", outcome.Output[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exi_NoSeedOfASetThatIsKnown_SaysSo()
    {
        var outcome = await CommandLine.RunAsync("fuzz", "exi", _folder.Write("seeds.jsonl", Vectors.Line("seed", schema: "none/none.xsd")));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("pairsettle: no seed has a schema that there is a codec for", outcome.Complaint());
    }

    [Fact]
    public async Task Credentials_SameSeedAndInputs_DoesTheSameAndFindsNothing()
    {
        var (first, second) = (_folder.PathOf("first.pem"), _folder.PathOf("second.pem"));

        var outcome = await CommandLine.RunAsync("fuzz", "credentials", CredentialSeeds, "--inputs", "4000", "--seed", "7", "--keep", first);
        var again = await CommandLine.RunAsync("fuzz", "credentials", CredentialSeeds, "--inputs", "4000", "--seed", "7", "--keep", second);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith($"{4000 + Fuzzing.CredentialVectors.Seeds.Length} inputs, ", outcome.Output[1], StringComparison.Ordinal);
        Assert.EndsWith(" 0 failed", outcome.Output[^1], StringComparison.Ordinal);
        Assert.Equal(outcome.Output[^1], again.Output[^1]);
        Assert.Equal(await File.ReadAllTextAsync(first), await File.ReadAllTextAsync(second));
    }

    /// <summary>The project's own seeds of every kind, and what earlier runs found worth keeping.</summary>
    [Fact]
    public async Task Credentials_SeedsAndKeptInputs_AreJudgedRight()
    {
        var count = Fuzzing.CredentialVectors.Seeds.Length + Fuzzing.CredentialVectors.Corpus.Length;

        var outcome = await CommandLine.RunAsync(
            "fuzz", "credentials", CredentialSeeds, Repository.PathOf("tests", "vectors", "credential-corpus.pem"), "--inputs", "0");

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith($"{count} inputs, ", outcome.Output[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_FileWithoutAny_SaysSo()
    {
        var outcome = await CommandLine.RunAsync("fuzz", "credentials", _folder.Write("empty.pem", "-----BEGIN X-----\n-----END X-----\n"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("pairsettle: no file holds anything that there is a parser for", outcome.Complaint());
    }

    private static string CredentialSeeds => Fuzzing.CredentialVectors.SeedsPath;
}
