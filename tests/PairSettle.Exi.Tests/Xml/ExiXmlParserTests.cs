using System.Text;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Tests.Xml;

public class ExiXmlParserTests
{
    [Fact]
    public void Walk_WellFormedText_GivesElementsAttributesAndText()
    {
        using var xml = new ExiXmlParser(
            """
            <?xml version="1.0"?>
            <!-- comment -->
            <m:Root xmlns:m="urn:m" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:m m.xsd" Id="id1">
                <m:A>1<!-- split -->2<![CDATA[3]]></m:A>
                <m:Empty/>
                <m:Nested><m:B> x </m:B></m:Nested>
            </m:Root>
            """,
            ExiLimits.Default);

        Assert.True(xml.At("Root", "urn:m"));
        Assert.Equal("Root", xml.LocalName);
        Assert.Equal("urn:m", xml.NamespaceUri);
        Assert.Equal("id1", xml.TakeAttribute("Id", string.Empty));
        Assert.Null(xml.TakeAttribute("Other", string.Empty));
        Assert.True(xml.Enter());
        Assert.Equal(123L, xml.ReadInteger(xml.TakeText(), 0, 200));
        Assert.True(xml.At("Empty", "urn:m"));
        Assert.Equal(string.Empty, xml.TakeText());
        Assert.True(xml.At("Nested", "urn:m"));
        Assert.True(xml.Enter());
        Assert.Equal(" x ", xml.ReadString(xml.TakeText(), ExiWhiteSpace.Preserve, 0, 3));
        Assert.False(xml.IsElement);
        Assert.True(xml.Leave());
        Assert.True(xml.Leave());
        Assert.True(xml.Finish(), xml.Error.ToString());
    }

    [Fact]
    public void TakeMixed_TextInPieces_JoinsWhatNoTagDivides()
    {
        using var xml = new ExiXmlParser("<a>1<!-- c -->2<![CDATA[3]]><b/>4<?p?><![CDATA[5]]></a>", ExiLimits.Default);

        Assert.True(xml.EnterMixed());
        xml.TakeText();
        Assert.True(xml.Leave());
        Assert.Equal([new(0, "123"), new(1, "45")], xml.TakeMixed());
    }

    [Fact]
    public void TakeMixed_TextInManyPieces_AllocatesByTheirLength()
    {
        const int Pieces = 20_000;
        var text = $"<a>{string.Concat(Enumerable.Repeat("<![CDATA[x]]>", Pieces))}</a>";
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var xml = new ExiXmlParser(text, ExiLimits.Default);

        Assert.True(xml.EnterMixed());
        Assert.True(xml.Leave());
        Assert.Equal(Pieces, Assert.Single(xml.TakeMixed()).Value.Length);

        // One string for each piece; joined one by one they would take 400 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * Pieces);
    }

    [Fact]
    public void Walk_EmptyElementTag_HasAnEnd()
    {
        using var xml = new ExiXmlParser("<a><b/><c/></a>", ExiLimits.Default);

        Assert.True(xml.Enter());
        Assert.True(xml.At("b", string.Empty));
        Assert.True(xml.Enter());
        Assert.False(xml.IsElement);
        Assert.Equal(string.Empty, xml.LocalName);
        Assert.True(xml.Leave());
        Assert.True(xml.At("c", string.Empty));
        Assert.Equal(string.Empty, xml.TakeText());
        Assert.True(xml.Leave());
        Assert.True(xml.Finish());
    }

    [Theory]
    [InlineData("", ExiFault.MalformedXml)]
    [InlineData("<a>", ExiFault.MalformedXml)]
    [InlineData("<a></b>", ExiFault.MalformedXml)]
    [InlineData("<a/><a/>", ExiFault.MalformedXml)]
    [InlineData("<a/>x", ExiFault.MalformedXml)]
    [InlineData("<a>&undefined;</a>", ExiFault.MalformedXml)]
    [InlineData("<a>&#0;</a>", ExiFault.MalformedXml)]
    [InlineData("<!DOCTYPE a><a/>", ExiFault.ForbiddenXml)]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", ExiFault.ForbiddenXml)]
    [InlineData("<a b='1'/>", ExiFault.UnexpectedAttribute)]
    [InlineData("<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>", ExiFault.UnexpectedAttribute)]
    [InlineData("<a>x<b/></a>", ExiFault.UnexpectedElement)]
    public void TakeText_NotAPlainElement_NamesTheReason(string text, ExiFault fault)
    {
        using var xml = new ExiXmlParser(text, ExiLimits.Default);

        _ = xml.TakeText();
        Assert.False(xml.Finish());
        Assert.Equal(new ExiError(fault, -1, string.Empty), xml.Error);
        Assert.Equal(string.Empty, xml.TakeText());
        Assert.False(xml.Enter());
        Assert.False(xml.Leave());
        Assert.Equal(fault, xml.Error.Fault);
    }

    [Fact]
    public void Enter_TextBetweenElements_IsRefused()
    {
        using var xml = new ExiXmlParser("<a>text<b/></a>", ExiLimits.Default);

        Assert.False(xml.Enter());
        Assert.Equal(ExiFault.UnexpectedText, xml.Error.Fault);
    }

    [Fact]
    public void Leave_BeforeTheEnd_IsRefused()
    {
        using var xml = new ExiXmlParser("<a><b/></a>", ExiLimits.Default);

        Assert.True(xml.Enter());
        Assert.False(xml.Leave());
        Assert.Equal(ExiFault.UnexpectedElement, xml.Error.Fault);
    }

    [Theory]
    [InlineData("<a/>", ExiFault.MissingElement)]
    [InlineData("<a><c/></a>", ExiFault.UnexpectedElement)]
    public void FailExpected_TellsAbsentFromOther(string text, ExiFault fault)
    {
        using var xml = new ExiXmlParser(text, ExiLimits.Default);
        Assert.True(xml.Enter());

        Assert.False(xml.FailExpected());
        Assert.False(xml.FailIn("b"));
        Assert.False(xml.FailIn("a"));
        Assert.Equal(new ExiError(fault, -1, "a/b"), xml.Error);
    }

    [Fact]
    public void Read_BeyondTheLimits_IsRefused()
    {
        using var large = new ExiXmlParser("<aaaaaaa/>", new ExiLimits { MaxXmlCharacters = 9 });
        Assert.Equal(ExiFault.XmlTooLarge, large.Error.Fault);
        Assert.False(large.IsElement);

        using var deep = new ExiXmlParser("<a><a><a/></a></a>", new ExiLimits { MaxDepth = 2 });
        Assert.True(deep.Enter());
        Assert.True(deep.Enter());
        Assert.False(deep.Enter());
        Assert.Equal(ExiFault.TooDeep, deep.Error.Fault);
    }

    [Fact]
    public void Values_OfOtherLiterals_FailTheReader()
    {
        static ExiFault Fault(Action<ExiXmlParser> read)
        {
            using var xml = new ExiXmlParser("<a/>", ExiLimits.Default);
            read(xml);
            return xml.Error.Fault;
        }

        Assert.Equal(ExiFault.InvalidLiteral, Fault(x => Assert.False(x.ReadBoolean("x"))));
        Assert.Equal(ExiFault.ValueOutOfRange, Fault(x => Assert.Equal(0, x.ReadInteger("9", 0, 8))));
        Assert.Equal(ExiFault.ValueOutOfRange, Fault(x => Assert.Equal(0UL, x.ReadUnsigned("9", 8))));
        Assert.Equal(ExiFault.InvalidLiteral, Fault(x => Assert.True(x.ReadBigInteger("x").IsZero)));
        Assert.Equal(ExiFault.LengthOutOfRange, Fault(x => Assert.Empty(x.ReadString("abc", ExiWhiteSpace.Preserve, 0, 2))));
        Assert.Equal(ExiFault.InvalidLiteral, Fault(x => Assert.Equal(default, x.ReadHexBinary("0", 0, 2))));
        Assert.Equal(ExiFault.InvalidLiteral, Fault(x => Assert.Equal(default, x.ReadBase64Binary("0", 0, 2))));
        Assert.Equal(ExiFault.UndefinedEnumerationValue, Fault(x => Assert.Equal(0, x.ReadEnumeration("b", ["a"]))));
        Assert.Equal(ExiFault.None, Fault(x => Assert.Equal(1, x.ReadEnumeration("b", ["a", "b"]))));
    }

    [Fact]
    public void CreateWriter_Text_ComesBackUnchanged()
    {
        const string text = " a\r\n\tb<&>\"\U0001F600 ";
        var builder = new StringBuilder();
        using (var writer = ExiXml.CreateWriter(builder))
        {
            writer.WriteStartElement("a", "urn:a");
            writer.WriteString(text);
            writer.WriteEndElement();
        }

        using var xml = new ExiXmlParser(builder.ToString(), ExiLimits.Default);
        Assert.True(xml.At("a", "urn:a"));
        Assert.Equal(text, xml.TakeText());
        Assert.True(xml.Finish());
    }
}
