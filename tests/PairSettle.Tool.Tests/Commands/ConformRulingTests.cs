using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi;
using PairSettle.Exi.Interpreter;

namespace PairSettle.Tool.Tests.Commands;

/// <summary>Lines that cannot be taken as they stand: what is demanded of them instead, and that nothing less will do.</summary>
public sealed class ConformRulingTests : IDisposable
{
    // supportedAppProtocolRes with OK_SuccessfulNegotiation and no identifier.
    private const string Response = "804080";
    private const string ResponseSchema = "appprotocol/V2G_CI_AppProtocol.xsd";
    private const string ResponseNamespace = "urn:iso:15118:2:2010:AppProtocol";

    // The document grammar of a schema depends on all its elements, so both are here; of the request only its name matters.
    private const string ResponseXsd =
        $"""
        <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:a='{ResponseNamespace}' targetNamespace='{ResponseNamespace}'>
          <xs:element name='supportedAppProtocolReq'/>
          <xs:element name='supportedAppProtocolRes'>
            <xs:complexType>
              <xs:sequence>
                <xs:element name='ResponseCode' type='a:code'/>
                <xs:element name='SchemaID' type='xs:unsignedByte' minOccurs='0'/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:simpleType name='code'>
            <xs:restriction base='xs:string'>
              <xs:enumeration value='OK_SuccessfulNegotiation'/>
              <xs:enumeration value='OK_SuccessfulNegotiationWithMinorDeviation'/>
              <xs:enumeration value='Failed_NoNegotiation'/>
            </xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Invalid_AcceptOfPadding_PassesOnceTheRuleIsLifted()
    {
        var hex = Vectors.SessionSetupReq[..^2] + "01";

        AssertRuled(await Judge("invalid", Vectors.Invalid("a", "accept", hex, xml: Vectors.Xml)), "ExiTolerance.Padding");
        AssertFailed(await Judge("invalid", Vectors.Invalid("a", "accept", hex + "00", xml: Vectors.Xml)), "EXI2017");
    }

    [Fact]
    public async Task Invalid_AcceptOfALongInteger_PassesOnceTheRuleIsLifted()
    {
        // The length of EVCCID, 6, in two octets instead of one.
        var bits = Bits(Vectors.SessionSetupReq);
        var at = bits.IndexOf(Bits("06007dfa063894"), StringComparison.Ordinal);
        var hex = Hex(bits[..at] + Bits("8600") + bits[(at + 8)..]);

        AssertRuled(await Judge("invalid", Vectors.Invalid("a", "accept", hex, xml: Vectors.Xml)), "ExiTolerance.LongIntegers");

        var other = Vectors.Xml.Replace("007DFA063894", "007DFA063895", StringComparison.Ordinal);
        AssertFailed(await Judge("invalid", Vectors.Invalid("a", "accept", hex, xml: other)), "infoset: ");
    }

    [Theory]
    [InlineData("ffffffff0f", true)]
    [InlineData("808044", true)] // 110000, the first number beyond
    [InlineData("ffff43", false)] // 10FFFF is a character of Unicode
    [InlineData("01", false)] // 1 is of Unicode, but not of XML
    public async Task Invalid_AcceptOfANumberBeyondUnicode_PassesRefused(string number, bool isBeyond)
    {
        // MgmtData is root number 8 of 24; its text is one character long.
        var hex = Hex(Bits("80") + "010000" + Bits("03" + number) + "0");
        var outcome = await Judge("invalid", Vectors.Invalid("a", "accept", hex, "xmldsig/xmldsig-core-schema.xsd"));

        Assert.Equal(isBeyond, outcome.Output[0].StartsWith("RULED a: a number that Unicode does not have", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invalid_AcceptWithoutADocument_PassesRefused()
    {
        AssertRuled(await Judge("invalid", Vectors.Invalid("a", "accept", "80aa", xml: string.Empty)), "no document");
        AssertFailed(await Judge("invalid", Vectors.Invalid("a", "accept", xml: string.Empty)), "infoset: ");
        AssertFailed(await Judge("invalid", Vectors.Invalid("a", "accept", "80aa")), "refused, though expected to be accepted");
    }

    [Fact]
    public async Task Invalid_PolicyOfNesting_PassesAcceptedDownToTheLimit()
    {
        AssertRuled(await Judge("invalid", Nested("64", Vectors.Xml)), "policy");
        AssertFailed(await Judge("invalid", Nested("65", Vectors.Xml)), "accepted, though expected to be refused");
        AssertFailed(await Judge("invalid", Nested("10", "<other/>")), "infoset: ");
        AssertFailed(await Judge("invalid", Nested("10", Vectors.Xml, "80aa")), "refused, though elements may nest that deep");

        static string Nested(string depth, string xml, string hex = Vectors.SessionSetupReq) =>
            Vectors.Invalid("a", "policy", hex, mutation: "deep-nesting", note: depth, xml: xml);
    }

    [Fact]
    public async Task Exi_WhatBreaksTheSchema_PassesWithTheInterpreter()
    {
        var xml = $"<a:supportedAppProtocolRes xmlns:a='{ResponseNamespace}'><ResponseCode>Perhaps</ResponseCode></a:supportedAppProtocolRes>";
        var hex = Encode(xml);

        AssertRuled(await JudgeResponse(hex, xml), "breaks the schema");
        AssertFailed(await JudgeResponse(hex, WithCode("Never")), "interpreter: infoset: ");

        // The same stream, said to be of a valid document.
        AssertFailed(await JudgeResponse(hex, WithCode("Failed_NoNegotiation")), "decode: EXI2007");
        Assert.Equal(["1 passed, 0 failed"], (await JudgeResponse(Response, WithCode("OK_SuccessfulNegotiation"))).Output);

        string WithCode(string code) => xml.Replace("Perhaps", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roundtrip_SurplusOctetsThatTheLineCounts_PassRefusedAndTolerated()
    {
        AssertRuled(await Judge("roundtrip", Surplus(2, Vectors.SessionSetupReq + "0102")), "ExiTolerance.TrailingOctets");
        AssertFailed(await Judge("roundtrip", Surplus(1, Vectors.SessionSetupReq + "0102")), "encode: ");
        AssertFailed(await Judge("roundtrip", Surplus(1, Vectors.SessionSetupReq)), "not refused for the octets after the end");
        AssertFailed(await Judge("roundtrip", Surplus(1, "80aa00")), "not refused for the octets after the end");

        static string Surplus(int count, string hex) => Vectors.Line("a", hex, $"<!--surplus:{count}-->{Vectors.Xml}", "urn:iso:15118:2:2013:MsgDef");
    }

    [Fact]
    public async Task Exi_CorrectedLine_IsJudgedByItsCorrectionAndNeedsIt()
    {
        const string Id = "w3c/interop/preserve/document/doc-13.exi%x";
        const string Xml = """<html xmlns="http://www.w3.org/1999/xhtml"/>""";
        var bare = Encode("<html/>", schemaLess: true);

        AssertRuled(await Judge("exi", Vectors.General(Id, bare, Xml, "decode-only")), "without its namespace");
        AssertFailed(await Judge("exi", Vectors.General(Id, Encode("<body/>", schemaLess: true), Xml, "decode-only")), "infoset: ");
        AssertFailed(await Judge("exi", Vectors.General(Id, Encode(Xml, schemaLess: true), Xml, "decode-only")), "passes, though it is corrected");
    }

    [Fact]
    public async Task Exi_LineOfEventsOfItsOwn_IsEncodedFromThem()
    {
        const string Id = "exificient/general/kontaktDTD.xml|schemaless|lexical";
        const string Xml = "<e> <f>text</f> <f>text</f> </e>";
        const string Found = "<e><f>text</f><f>text</f></e>";
        var blank = Encode(Found, schemaLess: true, lexical: true);

        AssertRuled(await Judge("exi", Line(blank)), "white space");
        AssertFailed(await Judge("exi", Line(Encode("<e><f>text</f><f>next</f></e>", schemaLess: true, lexical: true))), "infoset: ");
        AssertFailed(await Judge("exi", Line(Encode(Xml, schemaLess: true, lexical: true))), "passes, though its events are said to be others");
        AssertFailed(await Judge("exi", Line(Encode(Found, schemaLess: true, lexical: true, ExiStringTableMode.Misses))), "encode: ");

        static string Line(string hex) => Vectors.General(Id, hex, Xml, "exificient-only", "lexical");
    }

    private static string Encode(string xml, bool schemaLess = false, bool lexical = false, ExiStringTableMode strings = ExiStringTableMode.Hits)
    {
        var options = new ExiOptions { Preserve = lexical ? ExiPreserve.LexicalValues : ExiPreserve.None, StringTable = strings };
        var grammars = ExiGrammars.SchemaLess;
        if (!schemaLess)
        {
            var schemas = new XmlSchemaSet();
            using var reader = XmlReader.Create(new StringReader(ResponseXsd));
            schemas.Add(null, reader);
            grammars = ExiGrammars.FromSchemas(schemas);
        }

        Assert.True(ExiTranscoder.TryEncode(xml, grammars, options, out var octets, out var error), error.ToString());
        return Convert.ToHexStringLower(octets);
    }

    private static string Bits(string hex) => string.Concat(Convert.FromHexString(hex).Select(octet => octet.ToString("b8", null)));

    private static string Hex(string bits) =>
        string.Concat(bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet).PadRight(8, '0'), 2).ToString("x2", null)));

    private Task<CommandLine.Outcome> Judge(string command, string line) => CommandLine.RunAsync("conform", command, _folder.Write("a.jsonl", line));

    private Task<CommandLine.Outcome> JudgeResponse(string hex, string xml)
    {
        Directory.CreateDirectory(_folder.PathOf("appprotocol"));
        _folder.Write(ResponseSchema, ResponseXsd);
        return CommandLine.RunAsync(
            "conform", "exi", _folder.Write("a.jsonl", Vectors.Line("a", hex, xml, ResponseSchema)), "--xsd", _folder.PathOf("."));
    }

    private static void AssertRuled(CommandLine.Outcome outcome, string rule)
    {
        Assert.StartsWith("RULED ", outcome.Output[0], StringComparison.Ordinal);
        Assert.Contains(rule, outcome.Output[0], StringComparison.Ordinal);
        Assert.Equal(["1 of those that passed by a ruling", "1 passed, 0 failed"], outcome.Output[^2..]);
    }

    private static void AssertFailed(CommandLine.Outcome outcome, string reason)
    {
        Assert.Contains(reason, outcome.Output[0], StringComparison.Ordinal);
        Assert.Equal("0 passed, 1 failed", outcome.Output[^1]);
        Assert.Equal(1, outcome.ExitCode);
    }
}
