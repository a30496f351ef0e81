using System.ComponentModel;
using System.Diagnostics;

namespace PairSettle.Tests.Shared;

/// <summary>Runs the system's openssl.</summary>
internal static class OpenSsl
{
    /// <summary>The reason that a test gives when it is skipped for want of the program; null where it runs.</summary>
    public static string? Absent { get; } = IsPresent() ? null : "the openssl program is not installed";

    /// <summary>Runs it to its end; what it printed and what it complained about.</summary>
    public static (int ExitCode, string Output) Run(params IEnumerable<string> arguments) => RunIn(Environment.CurrentDirectory, arguments);

    /// <summary>Runs it in a folder.</summary>
    public static (int ExitCode, string Output) RunIn(string folder, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static bool IsPresent()
    {
        try
        {
            return Run("version").ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
