using System.Net;
using PairSettle.Iso15118.Sdp;

namespace PairSettle.Iso15118.Tests.Sdp;

public sealed class SdpServerOptionsTests
{
    private static readonly IPEndPoint Tls = new(IPAddress.IPv6Loopback, 1001);
    private static readonly IPEndPoint Tcp = new(IPAddress.IPv6Loopback, 1002);

    [Theory]
    [InlineData(SdpAnswerPolicy.FollowRequest, SdpSecurity.Tls, 1001)]
    [InlineData(SdpAnswerPolicy.FollowRequest, SdpSecurity.None, 1002)]
    [InlineData(SdpAnswerPolicy.RequireTls, SdpSecurity.Tls, 1001)]
    [InlineData(SdpAnswerPolicy.RequireTls, SdpSecurity.None, 1001)]
    [InlineData(SdpAnswerPolicy.ProhibitTls, SdpSecurity.Tls, 1002)]
    [InlineData(SdpAnswerPolicy.ProhibitTls, SdpSecurity.None, 1002)]
    public void Answer_EveryPolicyAndRequest_NamesTheRightEndpoint(SdpAnswerPolicy policy, SdpSecurity asked, int port)
    {
        var options = new SdpServerOptions { AnswerPolicy = policy, TlsEndpoint = Tls, TcpEndpoint = Tcp };
        var answer = options.Answer(new(asked, SdpTransport.Tcp))!;
        Assert.Equal((port, port == 1001 ? SdpSecurity.Tls : SdpSecurity.None), (answer.Port, answer.Security));
        Assert.Null(options.Answer(new(asked, SdpTransport.Udp)));
    }

    [Fact]
    public void Answer_NoSuchEndpoint_IsSilence()
    {
        Assert.Null(new SdpServerOptions { TlsEndpoint = Tls }.Answer(new(SdpSecurity.None, SdpTransport.Tcp)));
        Assert.Null(new SdpServerOptions { TcpEndpoint = Tcp }.Answer(new(SdpSecurity.Tls, SdpTransport.Tcp)));
    }

    [Fact]
    public void Construct_PolicyWithoutItsEndpoint_IsTheCallersBug()
    {
        Assert.Throws<ArgumentException>(() => new SdpServer(new SdpServerOptions()));
        Assert.Throws<ArgumentException>(() => new SdpServer(new SdpServerOptions { AnswerPolicy = SdpAnswerPolicy.RequireTls, TcpEndpoint = Tcp }));
        Assert.Throws<ArgumentException>(() => new SdpServer(new SdpServerOptions { AnswerPolicy = SdpAnswerPolicy.ProhibitTls, TlsEndpoint = Tls }));
        Assert.Throws<InvalidOperationException>(() => new SdpServer(new SdpServerOptions { TlsEndpoint = new(IPAddress.IPv6Any, 1) }));
    }
}
