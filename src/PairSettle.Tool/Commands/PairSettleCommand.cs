using System.CommandLine;
using System.CommandLine.Invocation;

namespace PairSettle.Tool.Commands;

/// <summary>The command <c>pairsettle</c>: everything below it, and what all of it has in common.</summary>
internal static class PairSettleCommand
{
    /// <summary>The exit code of a command line that is not understood; no command answers with it, as 1 may be a verdict.</summary>
    public const int Misused = 64;

    /// <summary>The exit code where input cannot be used at all.</summary>
    public const int Unusable = 2;

    // An argument that begins with '@' names a file of octets here, not one of further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Makes the root of all commands.</summary>
    public static RootCommand Create() => new("PairSettle: EXI, PKI, pair-settlement records, conformance and benchmarks.")
    {
        ExiCommand.Create(),
        ConformCommand.Create(),
        ChainCommand.Create(),
        FuzzCommand.Create(),
        BenchCommand.Create(),
        PkiCommand.Create(),
        TrustCommand.Create(),
        RecordCommand.Create(),
        SessionCommand.Create(),
    };

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The command line, without the command's own name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="errors">Where complaints go.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        // Files that are missing, unreadable or not what they should be are no defects of the command: one line says so, without a trace.
        var configuration = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
        try
        {
            var parsed = Create().Parse(arguments, Parsing);
            var exitCode = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
            return parsed.Action is ParseErrorAction ? Misused : exitCode;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"pairsettle: {e.Message}").ConfigureAwait(false);
            return Unusable;
        }
    }
}
