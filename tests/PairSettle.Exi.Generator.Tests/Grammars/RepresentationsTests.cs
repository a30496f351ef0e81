using System.Numerics;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Tests.Grammars;

public class RepresentationsTests
{
    [Theory]
    [InlineData(0, 4095, 12)]
    [InlineData(1, 20, 5)]
    [InlineData(-128, 127, 8)]
    [InlineData(0, 255, 8)]
    [InlineData(-3, 3, 3)]
    [InlineData(7, 7, 0)]
    public void FixedWidth_RangeOfAtMost4096Values_IsTheFewestBits(long minimum, long maximum, int width)
    {
        var type = Integer(minimum, maximum);

        Assert.Equal(IntegerRepresentation.Bounded, Representations.OfInteger(type));
        Assert.Equal(width, Representations.FixedWidth(type));
    }

    [Fact]
    public void OfInteger_LargerRange_IsVariable()
    {
        Assert.Equal(IntegerRepresentation.Unsigned, Representations.OfInteger(Integer(0, 4096)));
        Assert.Equal(IntegerRepresentation.Unsigned, Representations.OfInteger(Integer(10, 65535)));
        Assert.Equal(IntegerRepresentation.Unsigned, Representations.OfInteger(Integer(0, ulong.MaxValue)));
        Assert.Equal(IntegerRepresentation.Signed, Representations.OfInteger(Integer(short.MinValue, short.MaxValue)));
        Assert.Equal(IntegerRepresentation.Signed, Representations.OfInteger(new() { Kind = DatatypeKind.Integer }));
        Assert.Null(Representations.FixedWidth(Integer(0, 4096)));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(26, 5)]
    public void FixedWidth_Enumeration_FollowsTheNumberOfLiterals(int count, int width) =>
        Assert.Equal(width, Representations.FixedWidth(new()
        {
            Kind = DatatypeKind.Enumeration,
            Literals = new(Enumerable.Range(0, count).Select(i => $"l{i}")),
        }));

    private static SimpleType Integer(BigInteger minimum, BigInteger maximum) =>
        new() { Kind = DatatypeKind.Integer, Minimum = minimum, Maximum = maximum };
}
