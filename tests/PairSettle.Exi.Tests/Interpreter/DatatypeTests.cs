using PairSettle.Exi.Interpreter;

namespace PairSettle.Exi.Tests.Interpreter;

public class DatatypeTests
{
    [Theory]
    [InlineData("boolean", "1", "true")]
    [InlineData("int", "+007", "7")]
    [InlineData("integer", "-123456789012345678901234567890", "-123456789012345678901234567890")]
    [InlineData("nonNegativeInteger", "18446744073709551616", "18446744073709551616")]
    [InlineData("byte", "-128", "-128")]
    [InlineData("decimal", "-1.050", "-1.05")]
    [InlineData("decimal", ".5", "0.5")]
    [InlineData("decimal", "-0.0", "0.0")]
    [InlineData("float", "40.00e-1", "4E0")]
    [InlineData("double", "-INF", "-INF")]
    [InlineData("double", "NaN", "NaN")]
    [InlineData("dateTime", "2026-11-27T24:00:00Z", "2026-11-28T00:00:00Z")]
    [InlineData("dateTime", "-0044-03-15T12:00:00.0120+13:30", "-0044-03-15T12:00:00.012+13:30")]
    [InlineData("time", "23:59:60.5-00:15", "23:59:60.5-00:15")]
    [InlineData("date", "1999-12-31", "1999-12-31")]
    [InlineData("gYear", "12026", "12026")]
    [InlineData("gYearMonth", "2026-11Z", "2026-11Z")]
    [InlineData("gMonth", "--11", "--11")]
    [InlineData("gMonth", "--11--", "--11")]
    [InlineData("gMonthDay", "--11-27+01:00", "--11-27+01:00")]
    [InlineData("gDay", "---27", "---27")]
    [InlineData("hexBinary", "0aFF", "0AFF")]
    [InlineData("base64Binary", "AQ ID", "AQID")]
    [InlineData("NMTOKENS", " a  b ", "a b")]
    [InlineData("string", " é\U0001F697 ", " é\U0001F697 ")]
    [InlineData("token", " a  b ", "a b")]
    public void Transcode_Literal_ComesBackCanonical(string type, string literal, string canonical)
    {
        var grammars = Streams.Grammars($"<xs:element name='e' type='xs:{type}'/>");
        foreach (var options in Streams.Options())
        {
            Assert.Equal($"<e>{canonical}</e>", Streams.Decode(Streams.Encode($"<e>{literal}</e>", grammars, options), grammars, options));
        }

        var lexical = new ExiOptions { Preserve = ExiPreserve.LexicalValues };
        Assert.Equal($"<e>{literal}</e>", Streams.Decode(Streams.Encode($"<e>{literal}</e>", grammars, lexical), grammars, lexical));
    }

    [Theory]
    [InlineData("int", "2147483648.0")]
    [InlineData("unsignedByte", "256")]
    [InlineData("date", "2026-13-01")]
    [InlineData("date", "2026-1-01")]
    [InlineData("time", "24:00:01")]
    [InlineData("float", "1e")]
    [InlineData("decimal", "1,5")]
    [InlineData("hexBinary", "0a0")]
    [InlineData("boolean", "yes")]
    public void Transcode_OtherLiteral_IsKeptAsAStringUnlessStrict(string type, string literal)
    {
        var grammars = Streams.Grammars($"<xs:element name='e' type='xs:{type}'/>");

        Assert.Equal($"<e>{literal}</e>", Streams.Decode(Streams.Encode($"<e>{literal}</e>", grammars, ExiOptions.Default), grammars, ExiOptions.Default));
        Assert.False(ExiTranscoder.TryEncode($"<e>{literal}</e>", grammars, new ExiOptions { IsStrict = true }, out _, out var error));
        Assert.Equal(ExiFault.UnencodableEvent, error.Fault);
    }

    [Theory]
    [InlineData("<xs:restriction base='xs:string'><xs:pattern value='[A-C]*'/></xs:restriction>", "ABCABC", 2 + 8 + (6 * 2))]
    [InlineData("<xs:restriction base='xs:string'><xs:enumeration value='a'/><xs:enumeration value='b'/></xs:restriction>", "b", 2 + 1)]
    [InlineData("<xs:restriction base='xs:float'><xs:enumeration value='1.0'/></xs:restriction>", "10e-1", 2)]
    [InlineData("<xs:restriction base='xs:boolean'><xs:pattern value='1|0'/></xs:restriction>", "1", 2 + 2)]
    [InlineData("<xs:restriction base='xs:int'><xs:minInclusive value='-3'/><xs:maxExclusive value='4'/></xs:restriction>", "-3", 2 + 3)]
    public void TryEncode_Facets_NarrowTheValue(string definition, string literal, int bits)
    {
        // SE(e) and CH take a bit each, EE another; a value that is not one of its type would take many more.
        var grammars = Streams.Grammars($"<xs:element name='e'><xs:simpleType>{definition}</xs:simpleType></xs:element>");

        var octets = Streams.Encode($"<e>{literal}</e>", grammars, ExiOptions.Default);

        Assert.Equal(1 + ((bits + 1 + 7) / 8), octets.Length);
    }
}
