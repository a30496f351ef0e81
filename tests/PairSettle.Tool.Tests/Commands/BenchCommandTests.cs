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
    public async Task Exi_LineThatIsNoVector_NamesFileAndLine()
    {
        var file = _folder.Write("a.jsonl", """{"exi_hex":"8"}""");

        var outcome = await CommandLine.RunAsync("bench", "exi", file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"pairsettle: {file}:1: not a vector: ", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }
}
