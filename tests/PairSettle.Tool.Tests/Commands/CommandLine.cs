using System.Xml.Linq;
using PairSettle.Tool.Commands;

namespace PairSettle.Tool.Tests.Commands;

/// <summary>Runs a command line in this process and keeps what it printed.</summary>
internal static class CommandLine
{
    public static async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await PairSettleCommand.RunAsync(arguments, output, errors);
        return new(exitCode, Lines(output), Lines(errors));
    }

    private static string[] Lines(StringWriter writer) => writer.ToString().TrimEnd().Split(Environment.NewLine);

    internal sealed record Outcome(int ExitCode, string[] Output, string[] Errors)
    {
        /// <summary>The XML that was printed.</summary>
        public XDocument Xml() => XDocument.Parse(string.Join('\n', Output));

        /// <summary>Demands one line of complaint, without a stack trace, and no result.</summary>
        public string Complaint()
        {
            Assert.Equal([""], Output);
            return Assert.Single(Errors, line => line.StartsWith("pairsettle: ", StringComparison.Ordinal) && Errors.Length == 1);
        }
    }
}
