namespace PairSettle.Exi.Tests;

public class ExiLimitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Init_NotPositive_IsRefused(int value)
    {
        Assert.Equal("MaxOctets", Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxOctets = value }).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxStringLength = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxBinaryLength = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxListItems = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxDepth = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxIntegerBits = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxXmlCharacters = value });
    }

    [Fact]
    public void MaxOctets_BeyondBitOffsets_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiLimits { MaxOctets = ExiLimits.LargestStream + 1 });

    [Fact]
    public void Strict_IsTighterThanDefault()
    {
        foreach (var property in typeof(ExiLimits).GetProperties().Where(p => p.PropertyType == typeof(int)))
        {
            Assert.True((int)property.GetValue(ExiLimits.Strict)! < (int)property.GetValue(ExiLimits.Default)!, property.Name);
        }
    }
}
