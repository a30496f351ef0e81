using System.ComponentModel;
using System.Diagnostics;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>A fact that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute() => Skip = OpenSslProgram.Absent;
}

/// <summary>A theory that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslTheoryAttribute : TheoryAttribute
{
    public OpenSslTheoryAttribute() => Skip = OpenSslProgram.Absent;
}

/// <summary>Looks for the openssl program once.</summary>
internal static class OpenSslProgram
{
    /// <summary>The reason for skipping, or null where the program runs.</summary>
    public static string? Absent { get; } = Runs() ? null : "the openssl program is not installed";

    private static bool Runs()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", "version") { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
