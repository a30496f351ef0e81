using System.Diagnostics;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A token behind a PKCS#11 module, and the sample that works with it. Modules read their environment, so each use runs as a process.</summary>
internal abstract class TestToken : IDisposable
{
    private readonly string _module;
    private readonly string _pinFile;
    private readonly Dictionary<string, string> _environment;

    protected TestToken(string folder, string module, Dictionary<string, string> environment)
    {
        _module = module;
        _environment = environment;
        _pinFile = Path.Combine(folder, "pin");
        File.WriteAllText(_pinFile, "1234\n");
    }

    /// <summary>Runs the sample for an authority.</summary>
    public (int ExitCode, string Output) Act(string command, string authority, params string[] arguments) =>
        Run(command, ["--key", "root", "--folder", authority, .. arguments]);

    public abstract void Dispose();

    protected void Initialize()
    {
        var (code, output) = Run("init", ["--officer-pin-file", _pinFile]);
        Assert.True(code == 0, output);
    }

    private (int ExitCode, string Output) Run(string command, string[] arguments)
    {
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "HardwareKeys.dll"), command, "--module", _module, "--token", "pairsettle", "--pin-file", _pinFile,
            .. arguments,
        ];
        var start = new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
