using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>Sessions between the openssl program, which logs the secrets, and SslStream, recorded octet by octet on the way.</summary>
public sealed class TlsCaptureTests : IDisposable
{
    private static readonly TlsCipherSuite[] Suites =
    [
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pairsettle-tls-");

    public void Dispose() => _folder.Delete(recursive: true);

    [OpenSslTheory]
    [InlineData("-tls1_2", "ECDHE-ECDSA-AES128-SHA256", "", "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 encrypt-then-mac")]
    [InlineData("-tls1_2", "ECDHE-ECDSA-AES128-SHA256", "-no_etm", "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,")]
    [InlineData("-tls1_2", "ECDHE-ECDSA-AES128-GCM-SHA256", "", "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("-tls1_2", "ECDHE-ECDSA-AES256-GCM-SHA384", "", "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("-tls1_2", "ECDHE-ECDSA-CHACHA20-POLY1305", "", "TLS 1.2 TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256")]
    [InlineData("-tls1_3", "TLS_AES_128_GCM_SHA256", "", "TLS 1.3 TLS_AES_128_GCM_SHA256")]
    [InlineData("-tls1_3", "TLS_AES_256_GCM_SHA384", "", "TLS 1.3 TLS_AES_256_GCM_SHA384")]
    [InlineData("-tls1_3", "TLS_CHACHA20_POLY1305_SHA256", "", "TLS 1.3 TLS_CHACHA20_POLY1305_SHA256")]
    public async Task Run_SessionInsideTls_IsListedWithTheKeyLogAndOnlyWithIt(string version, string suite, string extra, string described)
    {
        var (packets, keyLog) = await RecordAsync(version, suite, extra);

        foreach (var listing in new[]
        {
            Listing.Of(CaptureFile.Pcap(packets.All), keyLog),
            Listing.Of(CaptureFile.PcapNg(packets.All, keyLog: System.Text.Encoding.ASCII.GetBytes(keyLog))),
        })
        {
            Assert.Empty(listing.Problems);
            Assert.StartsWith(described, listing.Entries[0].Subject, StringComparison.Ordinal);
            Assert.EndsWith("opened with the key log", listing.Entries[0].Subject, StringComparison.Ordinal);
            Assert.Equal(["supportedAppProtocolReq", "supportedAppProtocolRes", "SessionSetupReq", "SessionSetupRes"], listing.Messages);
        }

        var closed = Assert.Single(Listing.Of(CaptureFile.Pcap(packets.All)).Entries);
        Assert.EndsWith("not opened: no secret for this connection in the key log", closed.Subject, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task Run_WrongSecretOrChangedRecord_IsNotOpened()
    {
        var (packets, keyLog) = await RecordAsync("-tls1_3", "TLS_AES_128_GCM_SHA256", "");
        var wrong = string.Join('\n', keyLog.Split('\n').Select(line => line.Length > 8 && line[0] != '#' ? line[..^8] + "00000000" : line));

        var listing = Listing.Of(CaptureFile.Pcap(packets.All), wrong);

        Assert.Empty(listing.Messages);
        Assert.Equal("CAP3004", listing.Problems.First());
        Assert.DoesNotContain(listing.Entries, e => wrong.Split(' ').Any(field => field.Length >= 64 && (e.Problem + e.Subject).Contains(field, StringComparison.OrdinalIgnoreCase)));
    }

    [OpenSslFact]
    public async Task Run_WithoutHandshakeSecrets_StillOpensApplicationData()
    {
        var (packets, keyLog) = await RecordAsync("-tls1_3", "TLS_AES_256_GCM_SHA384", "");
        var application = string.Join('\n', keyLog.Split('\n').Where(line => !line.Contains("HANDSHAKE", StringComparison.Ordinal)));

        Assert.Equal(4, Listing.Of(CaptureFile.Pcap(packets.All), application).Messages.Count());
    }

    [OpenSslFact]
    public async Task Run_KeysUpdatedDuringTheSession_AreFollowed()
    {
        // Typed in between two frames, K makes s_client renew its keys and ask the other side to do the same.
        var (packets, keyLog) = await RecordAsync("-tls1_3", "TLS_AES_128_GCM_SHA256", "", updateKeys: true);

        var listing = Listing.Of(CaptureFile.Pcap(packets.All), keyLog);

        Assert.Empty(listing.Problems);
        Assert.Equal(4, listing.Messages.Count());
    }

    private async Task<(Packets Packets, string KeyLog)> RecordAsync(string version, string suite, string extra, bool updateKeys = false)
    {
        var keyLog = Path.Combine(_folder.FullName, "keys.log");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var validFrom = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = new CertificateRequest("CN=charger", key, HashAlgorithmName.SHA256).CreateSelfSigned(validFrom, validFrom.AddYears(60));
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();

        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("openssl")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        string[] arguments = ["s_client", "-connect", $"[::1]:{port}", version, version == "-tls1_3" ? "-ciphersuites" : "-cipher", suite, "-keylogfile", keyLog];
        foreach (var argument in arguments.Append(extra).Where(a => a.Length > 0))
        {
            start.ArgumentList.Add(argument);
        }

        using var client = Process.Start(start)!;
        var printed = client.StandardOutput.ReadToEndAsync();
        try
        {
            using var socket = await listener.AcceptTcpClientAsync();
            var tap = new RecordingStream(socket.GetStream(), new Packets().Open());
            await using var tls = new SslStream(tap);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                EnabledSslProtocols = version == "-tls1_3" ? SslProtocols.Tls13 : SslProtocols.Tls12,
                CipherSuitesPolicy = OperatingSystem.IsLinux() ? new CipherSuitesPolicy(Suites) : null,
            });
            foreach (var (fromCar, frame) in Talk.All)
            {
                if (!fromCar)
                {
                    await tls.WriteAsync(frame);
                    continue;
                }

                await client.StandardInput.BaseStream.WriteAsync(frame);
                await client.StandardInput.BaseStream.FlushAsync();
                await tls.ReadExactlyAsync(new byte[frame.Length]);
                if (updateKeys)
                {
                    // The program takes whatever it reads at once for one command, so it must have read this one before the next frame.
                    updateKeys = false;
                    await client.StandardInput.BaseStream.WriteAsync("K\n"u8.ToArray());
                    await client.StandardInput.BaseStream.FlushAsync();
                    string? line;
                    do
                    {
                        line = await client.StandardError.ReadLineAsync();
                    }
                    while (line is not (null or "KEYUPDATE"));
                }
            }

            return (tap.Packets.Close(), await File.ReadAllTextAsync(keyLog));
        }
        finally
        {
            client.Kill();
            await printed;
        }
    }

    /// <summary>Passes octets on and writes the segment of each.</summary>
    private sealed class RecordingStream(Stream inner, Packets packets) : Stream
    {
        public Packets Packets => packets;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Record(true, buffer.Span[..read]);
            return read;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Record(false, buffer.Span);
            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Record(true, buffer.AsSpan(offset, read));
            return read;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Record(false, buffer.AsSpan(offset, count));
            inner.Write(buffer, offset, count);
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Record(bool fromCar, ReadOnlySpan<byte> octets)
        {
            if (!octets.IsEmpty)
            {
                packets.SendInPieces(fromCar, octets, 1000);
            }
        }
    }
}
