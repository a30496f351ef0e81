using PairSettle.Hal.Ethernet;

namespace PairSettle.Hal.Tests.Ethernet;

public class MacAddressTests
{
    [Fact]
    public void TryParse_SixPairs_ReadsAndWritesTheSameOctets()
    {
        Assert.True(MacAddress.TryParse("02:0a:FF:00:10:7f", out var address));
        var octets = new byte[6];
        Assert.True(address.TryWrite(octets));

        Assert.Equal("020AFF00107F", Convert.ToHexString(octets));
        Assert.Equal("02:0A:FF:00:10:7F", address.ToString());
        Assert.True(MacAddress.TryRead(octets, out var read));
        Assert.Equal(address, read);
        Assert.True(address.IsLocallyAdministered);
        Assert.False(address.IsMulticast);
        Assert.False(address.TryWrite(new byte[5]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("020AFF00107F")]
    [InlineData("02:0A:FF:00:10")]
    [InlineData("02:0A:FF:00:10:7F:")]
    [InlineData("02-0A-FF-00-10-7F")]
    [InlineData("02:0A:FF:00:10: F")]
    [InlineData("02:0A:FF:00:10:-1")]
    [InlineData("0g:0A:FF:00:10:00")]
    public void TryParse_AnythingElse_ReturnsFalse(string? text) => Assert.False(MacAddress.TryParse(text, out _));

    [Fact]
    public void TryRead_FiveOctets_ReturnsFalse() => Assert.False(MacAddress.TryRead(new byte[5], out _));

    [Fact]
    public void Broadcast_IsTheGroupOfAll()
    {
        Assert.Equal("FF:FF:FF:FF:FF:FF", MacAddress.Broadcast.ToString());
        Assert.True(MacAddress.Broadcast.IsMulticast);
    }
}
