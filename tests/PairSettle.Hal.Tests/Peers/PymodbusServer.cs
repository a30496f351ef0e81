using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace PairSettle.Hal.Tests.Peers;

/// <summary>A Modbus server that is not ours, in its own process: pymodbus from the system's packages.</summary>
public sealed class PymodbusServer : IAsyncLifetime
{
    internal const string Python = "/usr/bin/python3";

    private Process? _process;

    /// <summary>Why the server cannot run here, or null where it can.</summary>
    public static string? Missing { get; } = FindMissing();

    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.None, 0);

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        _process = Start(Path.Combine(AppContext.BaseDirectory, "Peers", "pymodbus_server.py"));
        var port = await _process.StandardOutput.ReadLineAsync();
        EndPoint = new(IPAddress.Loopback, int.Parse(port!, CultureInfo.InvariantCulture));
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Python, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private static string? FindMissing()
    {
        const string how = "install the Debian packages python3-pymodbus and python3-serial-asyncio";
        if (!File.Exists(Python))
        {
            return $"there is no {Python}: {how}";
        }

        using var probe = Start("-c", "import sys\ntry:\n import pymodbus.server.async_io\nexcept ImportError:\n sys.exit(9)");
        probe.WaitForExit();
        return probe.ExitCode == 0 ? null : $"{Python} cannot run the server of pymodbus: {how}";
    }
}

/// <summary>A fact that needs pymodbus, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PymodbusFactAttribute : FactAttribute
{
    public PymodbusFactAttribute() => Skip = PymodbusServer.Missing;
}
