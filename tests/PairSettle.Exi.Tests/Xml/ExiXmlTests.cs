using System.Numerics;
using PairSettle.Exi.Tests.Support;
using PairSettle.Exi.Xml;

namespace PairSettle.Exi.Tests.Xml;

public class ExiXmlTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData(" 1\n", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void ParseBoolean_Literal_IsTheValue(string text, bool expected)
    {
        Assert.Equal(ExiFault.None, ExiXml.ParseBoolean(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("True")]
    [InlineData("yes")]
    [InlineData("01")]
    public void ParseBoolean_AnythingElse_IsRefused(string text) =>
        Assert.Equal(ExiFault.InvalidLiteral, ExiXml.ParseBoolean(text, out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("  -00128 ", -128)]
    [InlineData("000000000000000000000000000000127", 127)]
    public void ParseInteger_Literal_IsTheValue(string text, long expected)
    {
        Assert.Equal(ExiFault.None, ExiXml.ParseInteger(text, -128, 127, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("128", ExiFault.ValueOutOfRange)]
    [InlineData("-129", ExiFault.ValueOutOfRange)]
    [InlineData("99999999999999999999999", ExiFault.ValueOutOfRange)]
    [InlineData("", ExiFault.InvalidLiteral)]
    [InlineData("-", ExiFault.InvalidLiteral)]
    [InlineData("1 2", ExiFault.InvalidLiteral)]
    [InlineData("1.0", ExiFault.InvalidLiteral)]
    [InlineData("1e2", ExiFault.InvalidLiteral)]
    [InlineData("0x1", ExiFault.InvalidLiteral)]
    [InlineData("\u0661", ExiFault.InvalidLiteral)]
    [InlineData("--1", ExiFault.InvalidLiteral)]
    public void ParseInteger_AnythingElse_NamesTheReason(string text, ExiFault fault) =>
        Assert.Equal(fault, ExiXml.ParseInteger(text, -128, 127, out _));

    [Theory]
    [InlineData("18446744073709551615", ulong.MaxValue, ExiFault.None)]
    [InlineData("18446744073709551616", ulong.MaxValue, ExiFault.ValueOutOfRange)]
    [InlineData("-0", 5UL, ExiFault.None)]
    [InlineData("-1", 5UL, ExiFault.ValueOutOfRange)]
    [InlineData("6", 5UL, ExiFault.ValueOutOfRange)]
    [InlineData("x", 5UL, ExiFault.InvalidLiteral)]
    public void ParseUnsigned_Text_NamesTheReason(string text, ulong max, ExiFault fault) =>
        Assert.Equal(fault, ExiXml.ParseUnsigned(text, max, out _));

    [Fact]
    public void ParseBigInteger_Text_IsBoundedByBits()
    {
        var value = (BigInteger.One << 200) - 1;

        Assert.Equal(ExiFault.None, ExiXml.ParseBigInteger(ExiXml.Format(value), 200, out var read));
        Assert.Equal(value, read);
        Assert.Equal(ExiFault.IntegerTooLong, ExiXml.ParseBigInteger(ExiXml.Format(value + 1), 200, out _));
        Assert.Equal(ExiFault.IntegerTooLong, ExiXml.ParseBigInteger(new string('9', 1_000_000), 4096, out _));
        Assert.Equal(ExiFault.InvalidLiteral, ExiXml.ParseBigInteger("12A", 4096, out _));
        Assert.Equal(ExiFault.None, ExiXml.ParseBigInteger("-" + new string('0', 5000) + "1", 8, out read));
        Assert.Equal(BigInteger.MinusOne, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00ff")]
    [InlineData(" 00FF ")]
    public void ParseHexBinary_Literal_IsTheOctets(string text)
    {
        Assert.Equal(ExiFault.None, ExiXml.ParseHexBinary(text, 0, 2, out var value));
        Assert.Equal(text.Trim().ToUpperInvariant(), ExiXml.FormatHex(value));
    }

    [Theory]
    [InlineData("0", ExiFault.InvalidLiteral)]
    [InlineData("0G", ExiFault.InvalidLiteral)]
    [InlineData("00 FF", ExiFault.InvalidLiteral)]
    [InlineData("001122", ExiFault.LengthOutOfRange)]
    [InlineData("", ExiFault.LengthOutOfRange)]
    public void ParseHexBinary_AnythingElse_NamesTheReason(string text, ExiFault fault) =>
        Assert.Equal(fault, ExiXml.ParseHexBinary(text, 1, 2, out _));

    [Theory]
    [InlineData("", "")]
    [InlineData("AA==", "00")]
    [InlineData(" A A\n= = ", "00")]
    [InlineData("AAE=", "0001")]
    [InlineData("AAEC", "000102")]
    [InlineData("+/+/", "FBFFBF")]
    public void ParseBase64Binary_Literal_IsTheOctets(string text, string hexadecimal)
    {
        Assert.Equal(ExiFault.None, ExiXml.ParseBase64Binary(text, 0, 9, out var value));
        Assert.Equal(hexadecimal, value.ToString());
    }

    [Theory]
    [InlineData("A", ExiFault.InvalidLiteral)]
    [InlineData("AAA", ExiFault.InvalidLiteral)]
    [InlineData("A===", ExiFault.InvalidLiteral)]
    [InlineData("====", ExiFault.InvalidLiteral)]
    [InlineData("AB==", ExiFault.InvalidLiteral)]
    [InlineData("AAB=", ExiFault.InvalidLiteral)]
    [InlineData("AA=A", ExiFault.InvalidLiteral)]
    [InlineData("AA==AA==", ExiFault.InvalidLiteral)]
    [InlineData("AA-_", ExiFault.InvalidLiteral)]
    [InlineData("AAEC", ExiFault.LengthOutOfRange)]
    public void ParseBase64Binary_AnythingElse_NamesTheReason(string text, ExiFault fault) =>
        Assert.Equal(fault, ExiXml.ParseBase64Binary(text, 0, 2, out _));

    [Fact]
    public void ParseBase64Binary_WhatWasFormatted_IsTheSame() =>
        Properties.ForAll(FsCheck.Fluent.Gen.ArrayOf(FsCheck.Fluent.Gen.Choose(0, 255)), octets =>
        {
            var value = ExiBytes.Copy([.. octets.Select(o => (byte)o)]);
            return ExiXml.ParseBase64Binary(ExiXml.FormatBase64(value), value.Length, value.Length, out var read) == ExiFault.None && read == value
                && ExiXml.ParseHexBinary(ExiXml.FormatHex(value), value.Length, value.Length, out read) == ExiFault.None && read == value;
        });

    [Theory]
    [InlineData(ExiWhiteSpace.Preserve, " a\t\n b ", " a\t\n b ")]
    [InlineData(ExiWhiteSpace.Replace, " a\t\n b ", " a   b ")]
    [InlineData(ExiWhiteSpace.Collapse, " a\t\n b ", "a b")]
    [InlineData(ExiWhiteSpace.Collapse, "a  b", "a b")]
    [InlineData(ExiWhiteSpace.Collapse, " \r ", "")]
    [InlineData(ExiWhiteSpace.Collapse, "a\u00A0 b", "a\u00A0 b")]
    public void Normalize_AppliesTheFacet(ExiWhiteSpace facet, string text, string expected) =>
        Assert.Equal(expected, ExiXml.Normalize(text, facet));

    [Theory]
    [InlineData("ab", ExiFault.None)]
    [InlineData("\U0001F600", ExiFault.None)]
    [InlineData("", ExiFault.LengthOutOfRange)]
    [InlineData("abc", ExiFault.LengthOutOfRange)]
    [InlineData("a\u0001", ExiFault.InvalidCharacter)]
    public void ParseString_Text_NamesTheReason(string text, ExiFault fault) =>
        Assert.Equal(fault, ExiXml.ParseString(text, ExiWhiteSpace.Preserve, 1, 2, out _));

    [Fact]
    public void ParseEnumeration_Literal_IsItsPosition()
    {
        Assert.Equal(ExiFault.None, ExiXml.ParseEnumeration(" OK_NewSessionEstablished ", ["OK", "OK_NewSessionEstablished"], out var index));
        Assert.Equal(1, index);
        Assert.Equal(ExiFault.UndefinedEnumerationValue, ExiXml.ParseEnumeration("ok", ["OK"], out _));
    }

    [Fact]
    public void Format_Values_AreCanonical()
    {
        Assert.Equal("true", ExiXml.Format(true));
        Assert.Equal("false", ExiXml.Format(false));
        Assert.Equal("-12", ExiXml.Format(-12L));
        Assert.Equal("18446744073709551615", ExiXml.Format(ulong.MaxValue));
    }
}
