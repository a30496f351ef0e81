using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PairSettle.Credentials;
using PairSettle.Iso15118.Tls;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Pki;

namespace PairSettle.Iso15118.Tests.Tls;

/// <summary>TLS with the openssl program as the other end: another implementation of the protocol around the same library.</summary>
public sealed class OpenSslPeerTests : IDisposable
{
    private const string Suite = "ECDHE-ECDSA-AES128-SHA256";
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly ThrowAwayPki _pki = ThrowAwayPki.Create(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<Process> _started = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pairsettle-tls-");

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }

        _pki.Dispose();
        _folder.Delete(recursive: true);
    }

    [OpenSslFact]
    public async Task Accept_OpenSslClient_SeesTheWholeChainAndTheSuite()
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        var root = Write("root.pem", CertificatePem.Write(_pki.Anchors.AnchorsOf(AuthorityRole.V2G)));
        var client = Start(
            "s_client", "-connect", $"[::1]:{((IPEndPoint)listener.LocalEndpoint).Port}", "-tls1_2", "-cipher", Suite, "-CAfile", root,
            "-attime", $"{_pki.Now.ToUnixTimeSeconds()}", "-verify_return_error", "-servername", "fe80::1", "-quiet", "-no_ign_eof");
        using var socket = await listener.AcceptTcpClientAsync();
        await using var charger = await server.AcceptAsync(socket.GetStream(), Never);
        await client.StandardInput.WriteAsync("hello");
        client.StandardInput.Close();
        var received = new byte[5];
        await charger.Stream.ReadExactlyAsync(received);
        Assert.Equal("hello"u8.ToArray(), received);
    }

    [OpenSslFact]
    public async Task Connect_OpenSslServer_IsVerifiedAndBound()
    {
        var leaf = Write("leaf.pem", CertificatePem.Write([_pki.Secc.Leaf]));
        var chain = Write("chain.pem", CertificatePem.Write(_pki.Secc.Intermediates));
        var key = Write("key.pem", ((ECDsaSigner)_pki.Secc.Signer).ExportPkcs8Pem());
        var server = Start("s_server", "-accept", "[::1]:0", "-tls1_2", "-cipher", Suite, "-cert", leaf, "-key", key, "-cert_chain", chain);
        int port;
        do
        {
            var line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
            port = line.StartsWith("ACCEPT ", StringComparison.Ordinal) ? int.Parse(line[(line.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture) : 0;
        }
        while (port == 0);

        using var socket = new TcpClient(AddressFamily.InterNetworkV6);
        await socket.ConnectAsync(IPAddress.IPv6Loopback, port);
        var demands = new EvccTlsOptions { Anchors = _pki.Anchors, Evidence = _pki.Evidence, TimeProvider = new ManualTimeProvider(_pki.Now) };
        await using var vehicle = await new EvccTlsClient(demands).ConnectAsync(socket.GetStream(), Never);
        Assert.Equal(_pki.Secc.Leaf, vehicle.SeccChain!.Leaf);
        Assert.Equal(_pki.Secc.Intermediates, vehicle.SeccChain.Path.Skip(1).Take(_pki.Secc.Intermediates.Length));
        Assert.Equal(12, vehicle.ChannelBinding.Unique.Length);
        await vehicle.Stream.WriteAsync("hello\n"u8.ToArray());
        string? heard;
        do
        {
            heard = await server.StandardOutput.ReadLineAsync();
        }
        while (heard is not (null or "hello"));
        Assert.Equal("hello", heard);
    }

    private Process Start(params string[] arguments)
    {
        _started.Add(Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!);
        return _started[^1];
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
