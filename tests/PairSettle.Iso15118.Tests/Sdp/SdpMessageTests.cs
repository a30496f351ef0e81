using System.Net;
using PairSettle.Iso15118.Sdp;

namespace PairSettle.Iso15118.Tests.Sdp;

public sealed class SdpMessageTests
{
    private const string Request = "01fe9000000000020000";
    private const string Response = "01fe900100000014fe80000000000000020000fffe000001c3500000";

    [Theory]
    [InlineData(SdpSecurity.Tls, SdpTransport.Tcp, "01fe9000000000020000")]
    [InlineData(SdpSecurity.None, SdpTransport.Tcp, "01fe9000000000021000")]
    [InlineData(SdpSecurity.Tls, SdpTransport.Udp, "01fe9000000000020010")]
    public void Request_RoundTrips(SdpSecurity security, SdpTransport transport, string hex)
    {
        var request = new SdpRequest(security, transport);
        Assert.Equal(hex, Convert.ToHexStringLower(request.ToDatagram()));
        Assert.True(SdpRequest.TryParse(Convert.FromHexString(hex), out var parsed, out _));
        Assert.Equal(request, parsed);
    }

    [Theory]
    [InlineData("01fe90000000000200", "V2G2001")]
    [InlineData("01fe900000000002000000", "V2G2001")]
    [InlineData("01fe9001000000020000", "V2G2002")]
    [InlineData("01fe90000000000100", "V2G2003")]
    [InlineData("01fe900000000003000000", "V2G2003")]
    [InlineData("01fe9000000000020100", "V2G2004")]
    [InlineData("01fe9000000000020001", "V2G2005")]
    public void Request_Malformed_IsRefusedWithItsCode(string hex, string code)
    {
        Assert.False(SdpRequest.TryParse(Convert.FromHexString(hex), out _, out var error));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void Response_RoundTrips()
    {
        Assert.True(SdpResponse.TryParse(Convert.FromHexString(Response), out var response, out _));
        Assert.Equal(new SdpResponse(IPAddress.Parse("fe80::200:ff:fe00:1"), 50000, SdpSecurity.Tls, SdpTransport.Tcp), response);
        Assert.Equal(Response, Convert.ToHexStringLower(response.ToDatagram()));
    }

    [Theory]
    [InlineData(24, 0, "V2G2006")] // port 0
    [InlineData(26, 0x10ff, "V2G2005")]
    [InlineData(26, 0x2000, "V2G2004")]
    public void Response_WithAnImpossibleField_IsRefusedWithItsCode(int offset, int value, string code)
    {
        var octets = Convert.FromHexString(Response);
        octets[offset] = (byte)(value >> 8);
        octets[offset + 1] = (byte)value;
        Assert.False(SdpResponse.TryParse(octets, out _, out var error));
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("::")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:192.0.2.1")]
    public void Response_WithAnAddressThatIsNoEndpoint_IsRefused(string address)
    {
        var octets = Convert.FromHexString(Response);
        IPAddress.Parse(address).GetAddressBytes().CopyTo(octets, 8);
        Assert.False(SdpResponse.TryParse(octets, out _, out var error));
        Assert.Equal("V2G2007", error.Code);
        Assert.Throws<InvalidOperationException>(() => new SdpResponse(IPAddress.Parse(address), 1, SdpSecurity.Tls, SdpTransport.Tcp).ToDatagram());
    }

    [Fact]
    public void Messages_TruncatedAtEveryOctet_AreRefused()
    {
        var request = Convert.FromHexString(Request);
        var response = Convert.FromHexString(Response);
        Assert.All(Enumerable.Range(0, request.Length), length => Assert.False(SdpRequest.TryParse(request.AsMemory(0, length), out _, out _)));
        Assert.All(Enumerable.Range(0, response.Length), length => Assert.False(SdpResponse.TryParse(response.AsMemory(0, length), out _, out _)));
    }

    [Fact]
    public void Messages_WithAnyBitFlipped_AreRefusedOrGiveTheFlippedOctetsBack()
    {
        foreach (var original in new[] { Convert.FromHexString(Request), Convert.FromHexString(Response) })
        {
            for (var bit = 0; bit < original.Length * 8; bit++)
            {
                var flipped = (byte[])original.Clone();
                flipped[bit / 8] ^= (byte)(0x80 >> (bit % 8));
                var again = SdpRequest.TryParse(flipped, out var request, out _) ? request.ToDatagram()
                    : SdpResponse.TryParse(flipped, out var response, out _) ? response.ToDatagram()
                    : flipped;
                Assert.Equal(flipped, again);
            }
        }
    }
}
