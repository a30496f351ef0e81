using PairSettle.Tool.Commands;

namespace PairSettle.Tool.Tests.Commands;

public sealed class PairSettleCommandTests
{
    [Theory]
    [InlineData()]
    [InlineData("no-such-command")]
    [InlineData("exi")]
    [InlineData("exi", "decode")]
    [InlineData("exi", "decode", "80", "--no-such-option")]
    [InlineData("bench", "exi")]
    [InlineData("session", "demo", "--seconds", "many")]
    public async Task RunAsync_CommandLineThatIsNotUnderstood_IsNoResult(params string[] arguments)
    {
        var outcome = await CommandLine.RunAsync(arguments);

        Assert.Equal(PairSettleCommand.Misused, outcome.ExitCode);
        Assert.NotEqual([""], outcome.Errors);
    }

    [Fact]
    public async Task RunAsync_Help_ListsEveryCommand()
    {
        var outcome = await CommandLine.RunAsync("--help");

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(PairSettleCommand.Create().Subcommands, command => Assert.Contains(outcome.Output, line => line.TrimStart().StartsWith(command.Name + " ", StringComparison.Ordinal)));
    }
}
