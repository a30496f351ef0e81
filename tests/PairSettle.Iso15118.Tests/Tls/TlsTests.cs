using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;
using PairSettle.Iso15118.Tls;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Links;
using PairSettle.Testing.Pki;

namespace PairSettle.Iso15118.Tests.Tls;

public sealed class TlsTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly ThrowAwayPki _pki = ThrowAwayPki.Create(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _pki.Dispose();

    [Fact]
    public async Task Handshake_OverLoopback_CarriesFramesAndNamesTheSecc()
    {
        var (vehicleSocket, chargerSocket) = await ConnectAsync();
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        var accepting = server.AcceptAsync(chargerSocket, Never).AsTask();
        await using var vehicle = await new EvccTlsClient(Demands()).ConnectAsync(vehicleSocket, Never);
        var charger = await accepting;

        Assert.Equal(_pki.Secc.Leaf, vehicle.SeccChain!.Leaf);
        Assert.Equal(CertificateUse.Secc, vehicle.SeccChain.Use);
        Assert.Equal(ChainVerdict.Trusted, vehicle.SeccReport!.Verdict);
        Assert.Null(charger.SeccReport);
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, vehicle.CipherSuite);

        await using var vehicleFrames = new V2gtpConnection(vehicle.Stream);
        await using var chargerFrames = new V2gtpConnection(charger.Stream, leaveOpen: true);
        await vehicleFrames.SendAsync(V2gtpPayloadType.ExiMessage, new byte[50_000], Never);
        Assert.Equal(50_000, (await chargerFrames.ReceiveAsync(Never))!.Value.Payload.Length);
        await charger.DisposeAsync();
        Assert.Null(await vehicleFrames.ReceiveAsync(Never));
    }

    [Fact]
    public async Task ChannelBinding_BothEnds_IsTheSameAndNeverRepeats()
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        var seen = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            var (vehicle, charger) = await HandshakeAsync(server, Demands());
            Assert.Equal(TlsChannelBinding.Size, vehicle.ChannelBinding.Value.Length);
            Assert.Equal(12, vehicle.ChannelBinding.Unique.Length);
            Assert.Equal(_pki.Secc.Leaf.Sha256.ToArray(), vehicle.ChannelBinding.ServerEndPoint.ToArray());
            Assert.Equal(vehicle.ChannelBinding.Unique.ToArray(), charger.ChannelBinding.Unique.ToArray());
            Assert.Equal(vehicle.ChannelBinding.Value.ToArray(), charger.ChannelBinding.Value.ToArray());
            Assert.True(seen.Add(Convert.ToHexString(vehicle.ChannelBinding.Value.Span)));
            await vehicle.DisposeAsync();
            await charger.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(TlsCipherSuites.Iso15118Part2AndGcm, TlsCipherSuites.Iso15118Part2AndGcm, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)]
    [InlineData(TlsCipherSuites.Iso15118Part2AndGcm, TlsCipherSuites.Iso15118Part2, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256)]
    [InlineData(TlsCipherSuites.Iso15118Part2, TlsCipherSuites.PlatformDefault, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256)]
    public async Task Handshake_CipherSuites_FollowBothPolicies(TlsCipherSuites vehicleSuites, TlsCipherSuites chargerSuites, TlsCipherSuite expected)
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc, CipherSuites = chargerSuites });
        var (vehicle, charger) = await HandshakeAsync(server, Demands() with { CipherSuites = vehicleSuites });
        Assert.Equal(expected, vehicle.CipherSuite);
        Assert.Equal(expected, charger.CipherSuite);
        await vehicle.DisposeAsync();
        await charger.DisposeAsync();
    }

    [Theory]
    [InlineData(PkiDefect.WrongRoot)]
    [InlineData(PkiDefect.LeafExpired)]
    [InlineData(PkiDefect.LeafNotYetValid)]
    [InlineData(PkiDefect.SubAuthorityExpired)]
    [InlineData(PkiDefect.LeafRevoked)]
    [InlineData(PkiDefect.SubAuthorityRevoked)]
    [InlineData(PkiDefect.WrongDomainComponent)]
    [InlineData(PkiDefect.WrongCurve)]
    [InlineData(PkiDefect.UnknownCriticalExtension)]
    [InlineData(PkiDefect.BrokenSignature)]
    [InlineData(PkiDefect.PathTooLong)]
    public async Task Handshake_DefectiveSeccChain_IsRefusedWithItsReason(PkiDefect defect)
    {
        var secc = _pki.Issue(CertificateUse.Secc, defect);
        var demands = Demands() with { Evidence = secc.Evidence };
        var expected = ChainVerifier.Verify(_pki.Request(secc.Credential, CertificateUse.Secc) with { Evidence = secc.Evidence });
        Assert.Equal(ChainVerdict.Rejected, expected.Verdict);

        var refusal = await RefusedAsync(secc.Credential, demands);
        Assert.Equal("V2G3005", refusal.Code);
        Assert.False(refusal.IsTransient);
        Assert.Null(refusal.Report!.Chain);
        Assert.Equal(expected.Findings.Select(finding => finding.Reason), refusal.Report.Findings.Select(finding => finding.Reason));
        Assert.Contains(expected.Findings[0].Code, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handshake_SoundIssuedChain_IsAccepted()
    {
        var secc = _pki.Issue(CertificateUse.Secc);
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = secc.Credential });
        var (vehicle, charger) = await HandshakeAsync(server, Demands() with { Evidence = secc.Evidence });
        Assert.NotNull(vehicle.SeccChain);
        await vehicle.DisposeAsync();
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Handshake_NoRevocationEvidence_IsUndeterminedAndRefused()
    {
        var refusal = await RefusedAsync(_pki.Secc, Demands() with { Evidence = RevocationEvidence.Empty });
        Assert.Equal("V2G3006", refusal.Code);
        Assert.Equal(ChainVerdict.Undetermined, refusal.Report!.Verdict);
    }

    [Fact]
    public async Task Handshake_MissingIntermediate_IsRefused() =>
        Assert.Equal("V2G3005", (await RefusedAsync(_pki.Secc with { Intermediates = [_pki.Secc.Intermediates[^1]] }, Demands())).Code);

    [Fact]
    public async Task Handshake_CertificateOfAnotherUse_IsRefused()
    {
        // A vehicle's own provisioning certificate has a key that signs, and a trusted root, and still is no charger.
        var refusal = await RefusedAsync(_pki.OemProvisioning, Demands());
        Assert.Equal("V2G3005", refusal.Code);
    }

    [Fact]
    public async Task Handshake_TimeIsTheClocks_NotTheMachines()
    {
        var late = Demands() with { TimeProvider = new ManualTimeProvider(_pki.Secc.Leaf.NotAfter.AddSeconds(1)), Policy = ChainPolicy.WithoutRevocation };
        Assert.Equal("V2G3005", (await RefusedAsync(_pki.Secc, late)).Code);
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        var (vehicle, charger) = await HandshakeAsync(server, late with { TimeProvider = new ManualTimeProvider(_pki.Secc.Leaf.NotAfter) });
        Assert.Equal(_pki.Secc.Leaf.NotAfter, vehicle.SeccChain!.At);
        await vehicle.DisposeAsync();
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Connect_ClientHello_HasNoServerNameAndNoSession()
    {
        var (first, second) = DuplexPipe.CreatePair();
        using var cancellation = new CancellationTokenSource();
        var connecting = new EvccTlsClient(Demands()).ConnectAsync(first, cancellation.Token).AsTask();
        var record = new byte[5];
        await second.ReadExactlyAsync(record);
        var hello = new byte[BinaryPrimitives.ReadUInt16BigEndian(record.AsSpan(3))];
        await second.ReadExactlyAsync(hello);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);

        Assert.Equal(1, hello[0]);
        var rest = hello.AsSpan(4 + 2 + 32);
        Assert.Equal(0, rest[0]);
        var suites = rest.Slice(3, BinaryPrimitives.ReadUInt16BigEndian(rest[1..]));
        Assert.Equal("C02300FF", Convert.ToHexString(suites));
        rest = rest[(3 + suites.Length)..];
        rest = rest[(1 + rest[0] + 2)..];
        var extensions = new List<int>();
        while (!rest.IsEmpty)
        {
            extensions.Add(BinaryPrimitives.ReadUInt16BigEndian(rest));
            rest = rest[(4 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]))..];
        }

        Assert.DoesNotContain(0, extensions);
        Assert.Contains(23, extensions); // extended_master_secret, on which tls-unique relies
        Assert.DoesNotContain(43, extensions); // supported_versions would offer TLS 1.3
    }

    [Fact]
    public async Task Handshake_SilentPeer_TimesOutAtBothEnds()
    {
        var clock = new ManualTimeProvider(_pki.Now);
        var (first, _) = DuplexPipe.CreatePair();
        var connecting = new EvccTlsClient(Demands() with { TimeProvider = clock }).ConnectAsync(first, Never).AsTask();
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc, TimeProvider = clock });
        var accepting = server.AcceptAsync(DuplexPipe.CreatePair().First, Never).AsTask();
        clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        Assert.False(connecting.IsCompleted || accepting.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("V2G3002", (await Assert.ThrowsAsync<TlsException>(() => connecting)).Code);
        Assert.Equal("V2G3002", (await Assert.ThrowsAsync<TlsException>(() => accepting)).Code);
    }

    [Fact]
    public async Task Handshake_GarbageOrNothing_IsAFaultWithACode()
    {
        foreach (var garbage in new byte[][] { [], [1], new byte[100], "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), [0x16, 3, 3, 0xFF, 0xFF, 1] })
        {
            using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
            var (first, second) = DuplexPipe.CreatePair();
            await first.WriteAsync(garbage);
            await first.DisposeAsync();
            var failure = await Assert.ThrowsAsync<TlsException>(() => server.AcceptAsync(second, Never).AsTask());
            Assert.Equal("V2G3001", failure.Code);
            Assert.True(failure.IsTransient);
        }
    }

    [Fact]
    public async Task Accept_ClientThatOffersOnlyTls13_IsRefused()
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        var (first, second) = DuplexPipe.CreatePair();
        var accepting = server.AcceptAsync(second, Never).AsTask();
        await using var client = new SslStream(first);
        await Assert.ThrowsAnyAsync<Exception>(() => client.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "", EnabledSslProtocols = SslProtocols.Tls13, RemoteCertificateValidationCallback = IsOurSecc,
        }));
        Assert.Equal("V2G3001", (await Assert.ThrowsAsync<TlsException>(() => accepting)).Code);
    }

    [Fact]
    public async Task Accept_ClientWithAServerName_IsServed()
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        var (first, second) = DuplexPipe.CreatePair();
        var accepting = server.AcceptAsync(second, Never).AsTask();
        await using var client = new SslStream(first);
        await client.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "secc.example", EnabledSslProtocols = SslProtocols.Tls12, RemoteCertificateValidationCallback = IsOurSecc,
        });
        await using var charger = await accepting;
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, charger.CipherSuite);
    }

    [Fact]
    public void Construct_KeyThatTlsCannotUse_IsAFaultWithACode()
    {
        Assert.Equal("V2G3007", Refuse(_pki.Secc with { Signer = new SignOnly() }));
        Assert.Equal("V2G3007", Refuse(_pki.Secc with { Signer = _pki.Contract.Signer }));

        static string Refuse(Credential credential) =>
            Assert.Throws<TlsException>(() => new SeccTlsServer(new SeccTlsOptions { Credential = credential })).Code;
    }

    [Fact]
    public async Task Receive_CancelledOverTls_LosesNothing()
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = _pki.Secc });
        var (vehicle, charger) = await HandshakeAsync(server, Demands());
        await using var vehicleFrames = new V2gtpConnection(vehicle.Stream);
        await using var chargerFrames = new V2gtpConnection(charger.Stream);
        for (var i = 0; i < 20; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var receive = chargerFrames.ReceiveAsync(cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
            await vehicleFrames.SendAsync(V2gtpPayloadType.ExiMessage, new[] { (byte)i }, Never);
            Assert.Equal(i, (await chargerFrames.ReceiveAsync(Never))!.Value.Payload.Span[0]);
        }
    }

    private bool IsOurSecc(object sender, X509Certificate? leaf, X509Chain? chain, SslPolicyErrors errors) =>
        leaf is not null && leaf.GetRawCertData().AsSpan().SequenceEqual(_pki.Secc.Leaf.RawData.Span);

    private EvccTlsOptions Demands() => new() { Anchors = _pki.Anchors, Evidence = _pki.Evidence, TimeProvider = new ManualTimeProvider(_pki.Now) };

    private static async Task<(TlsConnection Vehicle, TlsConnection Charger)> HandshakeAsync(SeccTlsServer server, EvccTlsOptions demands)
    {
        var (first, second) = DuplexPipe.CreatePair();
        var accepting = server.AcceptAsync(second, Never).AsTask();
        var vehicle = await new EvccTlsClient(demands).ConnectAsync(first, Never);
        return (vehicle, await accepting);
    }

    private static async Task<TlsException> RefusedAsync(Credential secc, EvccTlsOptions demands)
    {
        using var server = new SeccTlsServer(new SeccTlsOptions { Credential = secc });
        var (first, second) = DuplexPipe.CreatePair();
        var accepting = server.AcceptAsync(second, Never).AsTask();
        var refusal = await Assert.ThrowsAsync<TlsException>(() => new EvccTlsClient(demands).ConnectAsync(first, Never).AsTask());

        // The platform judges the chain after its own Finished has left, so the charger may see a handshake; it never sees a request.
        await using var charger = await accepting;
        await using var frames = new V2gtpConnection(charger.Stream, leaveOpen: true);
        var ended = await Record.ExceptionAsync(async () => Assert.Null(await frames.ReceiveAsync(Never)));
        Assert.True(ended is null or V2gtpException { Error.Fault: V2gtpFault.ConnectionLost }, ended?.ToString());
        return refusal;
    }

    private static async Task<(Stream Vehicle, Stream Charger)> ConnectAsync()
    {
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        var client = new TcpClient(AddressFamily.InterNetworkV6);
        var accepting = listener.AcceptTcpClientAsync();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        return (client.GetStream(), (await accepting).GetStream());
    }

    private sealed class SignOnly : ICredentialSigner
    {
        public SignatureAlgorithm Algorithm => SignatureAlgorithm.EcdsaP256Sha256;

        public byte[] SignHash(ReadOnlySpan<byte> hash) => new byte[64];
    }
}
