using PairSettle.Exi.Bits;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Tests;

public class ExiListBuilderTests
{
    [Fact]
    public void ToList_AnyNumberOfItems_HoldsThemInOrder()
    {
        for (var count = 0; count < 200; count++)
        {
            var reader = new ExiReader([], ExiLimits.Default);
            var builder = new ExiListBuilder<int>();
            for (var i = 0; i < count; i++)
            {
                Assert.True(builder.Add(ref reader, i));
            }

            Assert.Equal(count, builder.Count);
            Assert.Equal(Enumerable.Range(0, count), builder.ToList());
        }
    }

    [Fact]
    public void Add_MoreThanTheLimit_FailsTheReader()
    {
        var reader = new ExiReader([], new ExiLimits { MaxListItems = 2 });
        var builder = new ExiListBuilder<string>();

        Assert.True(builder.Add(ref reader, "a"));
        Assert.True(builder.Add(ref reader, "b"));
        Assert.False(builder.Add(ref reader, "c"));
        Assert.Equal(ExiFault.TooManyItems, reader.Error.Fault);
        Assert.Equal(2, builder.Count);
    }

    [Fact]
    public void Add_AfterAFault_StopsTheCaller()
    {
        var reader = new ExiReader([], ExiLimits.Default);
        reader.Fail(ExiFault.Truncated);
        var builder = new ExiListBuilder<string>();

        Assert.False(builder.Add(ref reader, "a"));
    }

    [Fact]
    public void Add_FromXml_HasTheSameLimit()
    {
        using var xml = new ExiXmlParser("<a/>", new ExiLimits { MaxListItems = 1 });
        var builder = new ExiListBuilder<string>();

        Assert.True(builder.Add(xml, "a"));
        Assert.False(builder.Add(xml, "b"));
        Assert.Equal(ExiFault.TooManyItems, xml.Error.Fault);
    }
}
