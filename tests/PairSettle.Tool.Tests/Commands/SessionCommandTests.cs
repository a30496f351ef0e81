namespace PairSettle.Tool.Tests.Commands;

public sealed class SessionCommandTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("60")]
    public async Task Demo_AnyLength_EndsInAPairedRecord(string seconds)
    {
        var outcome = await CommandLine.RunAsync("session", "demo", "--seconds", seconds);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("Simulated in memory", outcome.Output[0], StringComparison.Ordinal);
        Assert.Matches("^[1-9][0-9]* Wh metered", outcome.Output[1]);
        Assert.Equal(["verdict: Valid", "grade: Paired"], outcome.Output[^2..]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    public async Task Demo_LengthOutOfRange_IsRefused(string seconds)
    {
        var outcome = await CommandLine.RunAsync("session", "demo", "--seconds", seconds);

        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("--seconds", outcome.Complaint(), StringComparison.Ordinal);
    }
}
