using System.Text.Json;
using PairSettle.Testing.Simulation;

namespace PairSettle.Tool.Tests.Commands;

public sealed class RecordCommandTests(RecordFixture fixture) : IClassFixture<RecordFixture>
{
    [Fact]
    public async Task Verify_PairedRecord_IsValid()
    {
        var outcome = await CommandLine.RunAsync("record", "verify", fixture.Record, "--anchors", fixture.Anchors);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["verdict: Valid", "grade: Paired"], outcome.Output[^2..]);
    }

    [Fact]
    public async Task Verify_AsJson_GivesVerdictGradeAndFindings()
    {
        var outcome = await CommandLine.RunAsync("record", "verify", fixture.Record, "--anchors", fixture.Anchors, "--json");

        Assert.Equal(0, outcome.ExitCode);
        using var json = JsonDocument.Parse(string.Join('\n', outcome.Output));
        Assert.Equal("Valid", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("Paired", json.RootElement.GetProperty("grade").GetString());
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToArray();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding =>
        {
            Assert.Matches("^[A-Z0-9]+[0-9]{4}$", finding.GetProperty("code").GetString());
            Assert.NotEqual("", finding.GetProperty("area").GetString());
            Assert.NotEqual("", finding.GetProperty("detail").GetString());
        });
    }

    [Fact]
    public async Task Verify_OneFlippedBit_IsInvalidOrUnreadable()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("flipped.psr");
        var octets = await File.ReadAllBytesAsync(fixture.Record);
        var exitCodes = new HashSet<int>();
        for (var position = 11; position < octets.Length; position += 211)
        {
            octets[position] ^= 0x04;
            await File.WriteAllBytesAsync(file, octets);
            octets[position] ^= 0x04;

            var outcome = await CommandLine.RunAsync("record", "verify", file, "--anchors", fixture.Anchors);

            Assert.True(outcome.ExitCode is 1 or 3, $"octet {position}: exit code {outcome.ExitCode}\n{string.Join('\n', outcome.Output)}");
            exitCodes.Add(outcome.ExitCode);
        }

        Assert.Contains(1, exitCodes);
    }

    [Fact]
    public async Task Verify_AnchorsOfOthers_IsNotValid()
    {
        var outcome = await CommandLine.RunAsync("record", "verify", fixture.Record, "--anchors", fixture.OtherAnchors);

        Assert.True(outcome.ExitCode is 1 or 2, $"exit code {outcome.ExitCode}");
        Assert.DoesNotContain("verdict: Valid", outcome.Output);
    }

    [Fact]
    public async Task Verify_LongAfterTheCredentialsExpired_IsNotValid()
    {
        var outcome = await CommandLine.RunAsync("record", "verify", fixture.Record, "--anchors", fixture.Anchors, "--at", "2090-01-01T00:00:00Z");

        Assert.True(outcome.ExitCode is 1 or 2, $"exit code {outcome.ExitCode}");
    }

    [Fact]
    public async Task Verify_NoSuchAnchors_ExitsWithThree()
    {
        var outcome = await CommandLine.RunAsync("record", "verify", fixture.Record, "--anchors", fixture.Anchors + "-absent");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("does not exist", outcome.Complaint(), StringComparison.Ordinal);
    }

    // A command line that is not understood must not look like a verdict.
    [Fact]
    public async Task Verify_WithoutAnchors_IsNoVerdict()
    {
        var outcome = await CommandLine.RunAsync("record", "verify", fixture.Record);

        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains(outcome.Errors, line => line.Contains("--anchors", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("verify", "")]
    [InlineData("verify", "no record")]
    [InlineData("show", "")]
    [InlineData("show", "no record")]
    public async Task Record_FileThatIsNoRecord_ExitsWithThree(string command, string content)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("file.psr");
        await File.WriteAllTextAsync(file, content);

        var outcome = await CommandLine.RunAsync(["record", command, file, .. command == "verify" ? ["--anchors", fixture.Anchors] : Array.Empty<string>()]);

        Assert.Equal(3, outcome.ExitCode);
        Assert.Matches("file.psr: REC[0-9]{4} ", outcome.Complaint());
    }

    [Fact]
    public async Task Show_NoSuchFile_ExitsWithThree()
    {
        var outcome = await CommandLine.RunAsync("record", "show", fixture.Record + "-absent");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("no such file", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_PairedRecord_PrintsTheClaimsOfBothSides()
    {
        var outcome = await CommandLine.RunAsync("record", "show", fixture.Record);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("Claims of this record, not verified:", outcome.Output[0]);
        Assert.Contains(outcome.Output, line => line == $"record      {fixture.Id}");
        Assert.Contains(outcome.Output, line => line.StartsWith("EVSE ", StringComparison.Ordinal) && line.EndsWith(SettlementWorld.EvseId, StringComparison.Ordinal));
        Assert.Contains(outcome.Output, line => line.StartsWith($"charger     {fixture.ChargerWh} Wh in", StringComparison.Ordinal));
        Assert.Contains(outcome.Output, line => line.StartsWith($"vehicle     {fixture.VehicleWh} Wh in", StringComparison.Ordinal));
    }
}
