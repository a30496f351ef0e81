using System.Numerics;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Tests.Bits;

public class ExiIntegerTests
{
    [Theory]
    [InlineData(-3, -3, 0u)]
    [InlineData(3, -3, 6u)]
    [InlineData(-4, -3, uint.MaxValue)]
    [InlineData(long.MinValue, 1, uint.MaxValue)]
    [InlineData(long.MaxValue, -3, uint.MaxValue)]
    public void Offset_OutOfEveryRange_IsTheLargestNumber(long value, long minimum, uint expected)
    {
        Assert.Equal(expected, ExiInteger.Offset(value, minimum));
        Assert.Equal(expected, ExiInteger.Offset(new BigInteger(value), minimum));
    }

    [Theory]
    [InlineData(7UL, 5UL, 2u)]
    [InlineData(4UL, 5UL, uint.MaxValue)]
    [InlineData(ulong.MaxValue, 0UL, uint.MaxValue)]
    public void Offset_Unsigned_IsTheSame(ulong value, ulong minimum, uint expected) =>
        Assert.Equal(expected, ExiInteger.Offset(value, minimum));

    [Fact]
    public void Unsigned_Negative_IsTheLargestNumber()
    {
        Assert.Equal(5UL, ExiInteger.Unsigned(5L));
        Assert.Equal(ulong.MaxValue, ExiInteger.Unsigned(-1L));
        Assert.Equal(5UL, ExiInteger.Unsigned(new BigInteger(5)));
        Assert.Equal(ulong.MaxValue, ExiInteger.Unsigned(BigInteger.MinusOne));
        Assert.Equal(ulong.MaxValue, ExiInteger.Unsigned(BigInteger.One << 70));
    }
}
