using System.Diagnostics;

namespace PairSettle.Records.Tests.Format;

/// <summary>A fact that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute()
    {
        if (!OpenSsl.IsPresent)
        {
            Skip = "the openssl program is not installed";
        }
    }
}

/// <summary>Runs the real openssl.</summary>
internal static class OpenSsl
{
    public static bool IsPresent { get; } = TryVersion();

    public static (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl") { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static bool TryVersion()
    {
        try
        {
            return Run(Path.GetTempPath(), "version").ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
