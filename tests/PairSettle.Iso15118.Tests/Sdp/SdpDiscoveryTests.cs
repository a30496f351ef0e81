using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using PairSettle.Iso15118.Sdp;
using PairSettle.Testing.Clocks;

namespace PairSettle.Iso15118.Tests.Sdp;

public sealed class SdpDiscoveryTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly IPEndPoint Secc = new(IPAddress.IPv6Loopback, 50000);

    [Fact]
    public async Task Discover_ServerOnLoopback_FindsTheEndpoint()
    {
        using var server = Server();
        using var ending = new CancellationTokenSource();
        var serving = server.RunAsync(ending.Token);
        var found = await new SdpClient(new SdpClientOptions { Target = server.LocalEndPoint, TimeProvider = new ManualTimeProvider(Start) }).DiscoverAsync(Never);
        Assert.Equal(new SeccEndpoint(Secc, SdpSecurity.Tls), found);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
        Assert.Equal(1, server.Answered);
    }

    [Fact]
    public async Task Discover_Garbage_IsIgnoredUntilTheAnswerComes()
    {
        using var secc = new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        using var stranger = new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        var clock = new ManualTimeProvider(Start);
        var client = new SdpClient(new SdpClientOptions { Target = (IPEndPoint)secc.Client.LocalEndPoint!, TimeProvider = clock });
        var discovering = client.DiscoverAsync(Never).AsTask();
        var vehicle = (await secc.ReceiveAsync()).RemoteEndPoint;

        var good = new SdpResponse(Secc.Address, Secc.Port, SdpSecurity.Tls, SdpTransport.Tcp);
        await stranger.SendAsync((good with { Port = 666 }).ToDatagram(), vehicle);
        await secc.SendAsync(new byte[3], vehicle);
        await secc.SendAsync(new byte[1400], vehicle);
        await secc.SendAsync(new SdpRequest(SdpSecurity.Tls, SdpTransport.Tcp).ToDatagram(), vehicle);
        await secc.SendAsync((good with { Port = 1, Security = SdpSecurity.None }).ToDatagram(), vehicle);
        await secc.SendAsync((good with { Port = 2, Transport = SdpTransport.Udp }).ToDatagram(), vehicle);
        await secc.SendAsync(good.ToDatagram(), vehicle);
        Assert.Equal(Secc, (await discovering).EndPoint);
    }

    [Fact]
    public async Task Discover_Silence_AsksFiftyTimesAQuarterSecondApart()
    {
        using var secc = new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        var clock = new ManualTimeProvider(Start);
        var client = new SdpClient(new SdpClientOptions { Target = (IPEndPoint)secc.Client.LocalEndPoint!, TimeProvider = clock });
        var discovering = client.DiscoverAsync(Never).AsTask();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("01FE9000000000020000", Convert.ToHexString((await secc.ReceiveAsync()).Buffer));
            Assert.Equal(TimeSpan.FromMilliseconds(250 * i), clock.GetUtcNow() - Start);
            await UntilAsync(() => clock.UntilNextTimer is not null);
            clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        var failure = await Assert.ThrowsAsync<SdpException>(() => discovering);
        Assert.Equal("V2G2010", failure.Code);
        Assert.True(failure.IsTransient);
        Assert.Equal(0, secc.Available);
    }

    [Fact]
    public async Task Discover_DowngradeOffered_IsTakenOnlyWhenAllowed()
    {
        using var server = Server(SdpAnswerPolicy.ProhibitTls);
        using var ending = new CancellationTokenSource();
        var serving = server.RunAsync(ending.Token);
        var options = new SdpClientOptions
        {
            Target = server.LocalEndPoint, Acceptance = SdpSecurityAcceptance.AsOffered, TimeProvider = new ManualTimeProvider(Start),
        };
        Assert.Equal(SdpSecurity.None, (await new SdpClient(options).DiscoverAsync(Never)).Security);

        // A clock that moves by a try whenever the answer to it has been sent.
        var clock = new ManualTimeProvider(Start);
        var strict = options with { Acceptance = SdpSecurityAcceptance.AsRequested, MaxRequests = 2, TimeProvider = clock };
        var discovering = new SdpClient(strict).DiscoverAsync(Never).AsTask();
        for (var answered = 2; answered <= 3; answered++)
        {
            await UntilAsync(() => server.Answered == answered && clock.UntilNextTimer is not null);
            clock.Advance(strict.ResponseTimeout);
        }

        Assert.Equal("V2G2010", (await Assert.ThrowsAsync<SdpException>(() => discovering)).Code);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact]
    public async Task Discover_Cancelled_Ends()
    {
        using var secc = new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        using var ending = new CancellationTokenSource();
        var discovering = new SdpClient(new SdpClientOptions { Target = (IPEndPoint)secc.Client.LocalEndPoint!, TimeProvider = new ManualTimeProvider(Start) })
            .DiscoverAsync(ending.Token).AsTask();
        await secc.ReceiveAsync();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => discovering);
    }

    [Fact]
    public async Task Serve_GarbageAndSilence_AnswersOnlyRequests()
    {
        using var server = Server();
        using var ending = new CancellationTokenSource();
        using var vehicle = new UdpClient(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        var serving = server.RunAsync(ending.Token);
        var request = new SdpRequest(SdpSecurity.Tls, SdpTransport.Tcp).ToDatagram();
        foreach (var garbage in new byte[][] { [], [1], new byte[1400], request[..^1], [.. request, 0], new SdpRequest(SdpSecurity.Tls, SdpTransport.Udp).ToDatagram() })
        {
            await vehicle.SendAsync(garbage, server.LocalEndPoint);
        }

        await UntilAsync(() => server.Ignored == 6);
        server.IsAnswering = false;
        await vehicle.SendAsync(request, server.LocalEndPoint);
        await UntilAsync(() => server.Ignored == 7);
        server.IsAnswering = true;
        await vehicle.SendAsync(request, server.LocalEndPoint);
        var answer = await vehicle.ReceiveAsync();
        Assert.True(SdpResponse.TryParse(answer.Buffer, out var response, out _));
        Assert.Equal(Secc.Port, response.Port);
        Assert.Equal(1, server.Answered);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact]
    public void Construct_PortInUse_IsAFaultWithACode()
    {
        using var first = Server();
        var failure = Assert.Throws<SdpException>(() => new SdpServer(new SdpServerOptions
        {
            Address = IPAddress.IPv6Loopback, Port = first.LocalEndPoint.Port, MulticastGroup = null, TlsEndpoint = Secc,
        }));
        Assert.Equal("V2G2011", failure.Code);
    }

    [Fact]
    public async Task FixedDiscovery_GivesWhatItWasTold()
    {
        var endpoint = new SeccEndpoint(Secc, SdpSecurity.None);
        Assert.Same(endpoint, await new FixedSeccDiscovery(endpoint).DiscoverAsync(Never));
    }

    [MulticastFact]
    public async Task Discover_AllNodesOnOneInterface_FindsTheEndpoint()
    {
        using var server = new SdpServer(new SdpServerOptions { InterfaceIndex = MulticastFactAttribute.InterfaceIndex, Port = 0, TlsEndpoint = Secc });
        using var ending = new CancellationTokenSource();
        var serving = server.RunAsync(ending.Token);
        var found = await new SdpClient(new SdpClientOptions
        {
            InterfaceIndex = MulticastFactAttribute.InterfaceIndex,
            Target = new(SdpEndpoints.AllNodes, server.LocalEndPoint.Port),
            TimeProvider = new ManualTimeProvider(Start),
        }).DiscoverAsync(Never);
        Assert.Equal(Secc, found.EndPoint);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    private static SdpServer Server(SdpAnswerPolicy policy = SdpAnswerPolicy.FollowRequest) => new(new SdpServerOptions
    {
        Address = IPAddress.IPv6Loopback, Port = 0, MulticastGroup = null, AnswerPolicy = policy, TlsEndpoint = Secc, TcpEndpoint = Secc,
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    /// <summary>
    /// A fact for hosts whose loopback interface carries multicast; others say so. PAIRSETTLE_MULTICAST_INTERFACE may name another interface
    /// that leads nowhere, such as one end of a veth pair.
    /// </summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class MulticastFactAttribute : FactAttribute
    {
        public MulticastFactAttribute()
        {
            using var probe = new Socket(AddressFamily.InterNetworkV6, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                probe.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastInterface, InterfaceIndex);
                probe.SendTo(new byte[1], new IPEndPoint(SdpEndpoints.AllNodes, 9));
            }
            catch (SocketException exception)
            {
                Skip = $"the loopback interface carries no IPv6 multicast here ({exception.SocketErrorCode}), and PAIRSETTLE_MULTICAST_INTERFACE names no other";
            }
        }

        public static int InterfaceIndex { get; } = Environment.GetEnvironmentVariable("PAIRSETTLE_MULTICAST_INTERFACE") is { Length: > 0 } name
            ? NetworkInterface.GetAllNetworkInterfaces().Single(candidate => candidate.Name == name).GetIPProperties().GetIPv6Properties().Index
            : NetworkInterface.IPv6LoopbackInterfaceIndex;
    }
}
