using System.Diagnostics;

namespace PairSettle.Samples.ChargeAndSettle.Wiring;

/// <summary>A side in a process of its own.</summary>
internal sealed class ChildProcess : IPart
{
    private readonly Process _process;

    /// <summary>Starts this program again in another part.</summary>
    public ChildProcess(DemoOptions part, Action<string> line)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        foreach (var argument in part.ArgumentsFor(part.Role))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        Ended = RunAsync(line);
    }

    public Task<int> Ended { get; }

    public async Task KillAsync()
    {
        _process.Kill();
        await Ended;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<int> RunAsync(Action<string> line)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } text)
        {
            line(text);
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
