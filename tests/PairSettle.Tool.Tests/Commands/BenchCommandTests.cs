using PairSettle.Tests.Shared;

namespace PairSettle.Tool.Tests.Commands;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exi_OneVector_PrintsIdLengthTimesAndAllocations()
    {
        var outcome = await CommandLine.RunAsync("bench", "exi", _folder.Write("a.jsonl", Vectors.Line("setup")));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(2, outcome.Output.Length);
        Assert.Matches(@"^setup +14 +[0-9]+ / +[0-9]+ +[0-9]+ / +[0-9]+ +[0-9]+ +[0-9]+$", outcome.Output[1]);
    }

    [Fact]
    public async Task Exi_Pooled_DecodesWithoutAllocating()
    {
        var outcome = await CommandLine.RunAsync("bench", "exi", _folder.Write("a.jsonl", Vectors.Line("setup")), "--pooled");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^setup +14 .* 0 +0$", outcome.Output[1]);
    }

    [CorpusFact("xsd")]
    public async Task Exi_Interpreted_MeasuresTheInterpreter()
    {
        var outcome = await CommandLine.RunAsync(
            "bench", "exi", _folder.Write("a.jsonl", Vectors.Line("setup")), "--interpreted", SharedData.PathOf("xsd")!);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Matches(@"^setup +14 +[0-9]+ / +[0-9]+ +[0-9]+ / +[0-9]+ +[1-9][0-9]+ +[1-9][0-9]+$", outcome.Output[1]);
    }

    [Fact]
    public async Task Exi_InterpretedWithoutItsSchema_SaysWhy()
    {
        var outcome = await CommandLine.RunAsync("bench", "exi", _folder.Write("a.jsonl", Vectors.Line("setup")), "--interpreted", _folder.PathOf("none"));

        Assert.Contains("there is no ", outcome.Output[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("80980040", Vectors.Schema, "decode: EXI2001")]
    [InlineData(Vectors.SessionSetupReq, "other/Some.xsd", "no codec for the schema other/Some.xsd")]
    public async Task Exi_VectorThatCannotBeMeasured_SaysWhy(string hex, string schema, string reason)
    {
        var outcome = await CommandLine.RunAsync("bench", "exi", _folder.Write("a.jsonl", Vectors.Line("odd", hex, schema: schema)));

        Assert.StartsWith("odd ", outcome.Output[1], StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Output[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chain_OneAlgorithm_MeasuresItInTurnsWithThePlatform()
    {
        var outcome = await CommandLine.RunAsync("bench", "chain", "--algorithm", "EcdsaP256Sha256", "--turns", "1");

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Output[2..], static line => Assert.StartsWith("EcdsaP256Sha256 ", line, StringComparison.Ordinal));
        foreach (var what in (string[])["bare signatures", "verify", "X509Chain", "parse and verify", "parse and X509Chain", "new leaf, links known"])
        {
            Assert.Single(outcome.Output, line => System.Text.RegularExpressions.Regex.IsMatch(
                line, $"^EcdsaP256Sha256 +{what} +[0-9.]+ / +[0-9.]+ us +[0-9]+/s +[0-9.]+ +[0-9]+ B$"));
        }
    }

    [OpenSslFact]
    public async Task Chain_WithOpenSsl_ComparesWithItInTheSameTurns()
    {
        var outcome = await CommandLine.RunAsync("bench", "chain", "--algorithm", "EcdsaP521Sha512", "--turns", "1");

        Assert.StartsWith("OpenSSL 3.", outcome.Output[0], StringComparison.Ordinal);
        Assert.Matches("^EcdsaP521Sha512 +parse and verify: [0-9.]+ of OpenSSL's time, and less in [01] of 1 turns$", outcome.Output[^1]);
    }

    [Fact]
    public async Task Chain_NoTurns_IsRefused()
    {
        var outcome = await CommandLine.RunAsync("bench", "chain", "--turns", "0");

        Assert.Equal(64, outcome.ExitCode);
    }

    [Fact]
    public async Task Exi_LineThatIsNoVector_NamesFileAndLine()
    {
        var file = _folder.Write("a.jsonl", """{"exi_hex":"8"}""");

        var outcome = await CommandLine.RunAsync("bench", "exi", file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"pairsettle: {file}:1: not a vector: ", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }
}
