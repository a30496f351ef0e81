using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A TPM 2.0 in software (swtpm) on loopback with its state in a folder of its own, behind the PKCS#11 module of the TPM software stack.</summary>
internal sealed class SoftTpm : TestToken
{
    public const string Absent = "a TPM in software (packages swtpm, libtpm2-pkcs11-1) is not installed";

    private const int Attempts = 10;

    private readonly string _folder;

    public SoftTpm(string folder)
        : this(folder, Start(folder))
    {
    }

    private SoftTpm(string folder, int port)
        : base(folder, Module!, new()
        {
            ["TPM2_PKCS11_TCTI"] = string.Create(CultureInfo.InvariantCulture, $"swtpm:host=127.0.0.1,port={port}"),
            ["TPM2_PKCS11_STORE"] = Directory.CreateDirectory(Path.Combine(folder, "store")).FullName,
            ["TPM2_PKCS11_BACKEND"] = "esysdb",
            ["TSS2_LOG"] = "all+NONE",
        })
    {
        _folder = folder;
        try
        {
            Initialize();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public static string? Module { get; } = new[]
    {
        "/usr/lib/x86_64-linux-gnu/pkcs11/libtpm2_pkcs11.so",
        "/usr/lib/aarch64-linux-gnu/pkcs11/libtpm2_pkcs11.so",
        "/usr/lib/x86_64-linux-gnu/libtpm2_pkcs11.so.1",
        "/usr/lib/aarch64-linux-gnu/libtpm2_pkcs11.so.1",
        "/usr/lib64/pkcs11/libtpm2_pkcs11.so",
    }.FirstOrDefault(File.Exists);

    public static bool IsPresent { get; } = Module is not null && File.Exists("/usr/bin/swtpm");

    public override void Dispose()
    {
        var id = int.Parse(File.ReadAllText(PidFile(_folder)), CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }

    // The stack expects the control channel on the port after that of the commands. Both are free a moment before; should another take one
    // meanwhile, the next pair is tried. The parent process returns when the ports listen.
    private static int Start(string folder)
    {
        var state = Directory.CreateDirectory(Path.Combine(folder, "state")).FullName;
        var output = string.Empty;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = FreePair();
            string[] arguments =
            [
                "socket", "--tpm2", "--tpmstate", $"dir={state}", "--daemon", "--pid", $"file={PidFile(folder)}",
                "--server", string.Create(CultureInfo.InvariantCulture, $"type=tcp,port={port},bindaddr=127.0.0.1"),
                "--ctrl", string.Create(CultureInfo.InvariantCulture, $"type=tcp,port={port + 1},bindaddr=127.0.0.1"),
                "--flags", "not-need-init,startup-clear", "--log", $"file={Path.Combine(folder, "swtpm.log")}",
            ];

            // The daemon keeps the pipes, so they are not read to their end.
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/swtpm", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            if (process.ExitCode == 0)
            {
                return port;
            }

            output = process.StandardError.ReadToEnd();
        }

        throw new InvalidOperationException($"swtpm does not start: {output}");
    }

    private static string PidFile(string folder) => Path.Combine(folder, "swtpm.pid");

    private static int FreePair()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            if (port < IPEndPoint.MaxPort && IsFree(port + 1))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
