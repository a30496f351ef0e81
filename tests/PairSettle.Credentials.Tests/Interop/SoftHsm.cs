using System.Diagnostics;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A token of SoftHSM in a folder of its own, and the sample that works with it. SoftHSM reads its environment, so each runs as a process.</summary>
internal sealed class SoftHsm
{
    public const string Absent = "SoftHSM (package softhsm2) is not installed";

    private const string Pin = "1234";

    private readonly string _folder;
    private readonly string _configuration;

    public SoftHsm(string folder)
    {
        _folder = folder;
        _configuration = Path.Combine(folder, "softhsm2.conf");
        var tokens = Directory.CreateDirectory(Path.Combine(folder, "tokens")).FullName;
        File.WriteAllText(_configuration, $"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n");
        File.WriteAllText(PinFile, Pin + "\n");
        var (code, output) = Run("softhsm2-util", "--init-token", "--free", "--label", "pairsettle", "--pin", Pin, "--so-pin", "5678");
        Assert.True(code == 0, output);
    }

    public static string? Module { get; } = new[]
    {
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib64/pkcs11/libsofthsm2.so",
    }.FirstOrDefault(File.Exists);

    public static bool IsPresent { get; } = Module is not null && Find();

    private string PinFile => Path.Combine(_folder, "pin");

    /// <summary>Runs the sample on the token.</summary>
    public (int ExitCode, string Output) Act(string command, string authority, params string[] arguments) => Run(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "HardwareKeys.dll"), command, "--module", Module!, "--token", "pairsettle", "--pin-file", PinFile,
            "--key", "root", "--folder", authority, .. arguments,
        ]);

    private (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = _configuration;
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static bool Find()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("softhsm2-util", "--version") { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
