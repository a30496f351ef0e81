namespace PairSettle.Exi.Tests.Values;

public class ExiBytesTests
{
    [Fact]
    public void Equals_SameOctets_IsTrueWhateverTheArray()
    {
        var one = ExiBytes.Copy([1, 2, 3]);
        var other = ExiBytes.FromHex("010203");

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.False(one != other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one.Equals((object)other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0102")]
    [InlineData("010204")]
    [InlineData("01020300")]
    public void Equals_OtherOctets_IsFalse(string hexadecimal)
    {
        Assert.NotEqual(ExiBytes.Copy([1, 2, 3]), ExiBytes.FromHex(hexadecimal));
        Assert.False(ExiBytes.Copy([1, 2, 3]).Equals("010203"));
    }

    [Fact]
    public void Default_IsEmpty()
    {
        Assert.Equal(ExiBytes.Empty, default);
        Assert.Equal(ExiBytes.Empty, ExiBytes.Copy([]));
        Assert.Equal(0, ExiBytes.Empty.Length);
        Assert.Empty(ExiBytes.Empty.ToArray());
        Assert.Equal(string.Empty, ExiBytes.Empty.ToString());
    }

    [Fact]
    public void Copy_DoesNotFollowTheSource()
    {
        byte[] source = [1, 2];
        var copy = ExiBytes.Copy(source);
        source[0] = 9;
        copy.ToArray()[1] = 9;

        Assert.Equal("0102", copy.ToString());
    }
}
