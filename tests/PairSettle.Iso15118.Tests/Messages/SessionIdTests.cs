using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Tests.Messages;

public sealed class SessionIdTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("00", true)]
    [InlineData("0000000000000000", true)]
    [InlineData("0000000000000001", false)]
    [InlineData("0C", false)]
    public void IsNone_OctetsOfAnyLength_TellsZero(string hexadecimal, bool none) =>
        Assert.Equal(none, SessionId.IsNone(ExiBytes.FromHex(hexadecimal)));

    [Fact]
    public void Create_ZeroOctets_IsNotNone()
    {
        Assert.Equal("0000000000000001", SessionId.Create(new byte[8]).ToString());
        Assert.Equal("0102030405060708", SessionId.Create([1, 2, 3, 4, 5, 6, 7, 8]).ToString());
        Assert.True(SessionId.IsNone(SessionId.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void Create_WrongLength_Throws(int length) =>
        Assert.Throws<ArgumentException>(() => SessionId.Create(new byte[length]));
}
