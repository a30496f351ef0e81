using System.Xml.Linq;

namespace PairSettle.Tool.Tests.Commands;

public sealed class ExiCommandTests : IDisposable
{
    private static readonly XNamespace MsgBody = "urn:iso:15118:2:2013:MsgBody";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Vectors.SessionSetupReq)]
    [InlineData("8098 0040 11d0 1801 f7e8 18e2 5000")]
    [InlineData("01FE80010000000E" + Vectors.SessionSetupReq)]
    public async Task Decode_OctetsWithOrWithoutV2gtpHeader_PrintsTheMessage(string hex)
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", hex);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("007DFA063894", XDocument.Parse(Assert.Single(outcome.Output)).Descendants(MsgBody + "EVCCID").Single().Value);
    }

    [Theory]
    [InlineData("iso2")]
    [InlineData("urn:iso:15118:2:2013:MsgDef")]
    public async Task Encode_WhatDecodePrinted_GivesTheSameOctets(string set)
    {
        var file = _folder.PathOf("message.exi");
        await File.WriteAllBytesAsync(file, Convert.FromHexString(Vectors.SessionSetupReq));
        var decoded = await CommandLine.RunAsync("exi", "decode", "@" + file, "--set", set);

        var encoded = await CommandLine.RunAsync("exi", "encode", _folder.Write("message.xml", decoded.Output), "--set", set);

        Assert.Equal(0, encoded.ExitCode);
        Assert.Equal([Vectors.SessionSetupReq], encoded.Output);
    }

    [Theory]
    [InlineData("xyz", "not an even number of hexadecimal digits")]
    [InlineData("809", "not an even number of hexadecimal digits")]
    [InlineData("@no-such-file", "no-such-file: no such file")]
    public async Task Decode_InputThatIsNoOctets_SaysSo(string input, string complaint)
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", input);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(complaint, outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decode_UnknownSet_NamesIt()
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", Vectors.SessionSetupReq, "--set", "iso3");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("iso3: no codec", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("80980040", "EXI2001")]
    [InlineData(Vectors.SessionSetupReq + "00", "EXI20")]
    [InlineData("", "EXI20")]
    public async Task Decode_OctetsThatAreNoMessage_GivesTheCode(string hex, string code)
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", hex);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(code, outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encode_XmlThatIsNoMessage_GivesTheCode()
    {
        var outcome = await CommandLine.RunAsync("exi", "encode", _folder.Write("message.xml", "<V2G_Message/>"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("pairsettle: EXI[0-9]{4} ", outcome.Complaint());
    }

    [Fact]
    public async Task Encode_NoSuchFile_SaysSo()
    {
        var outcome = await CommandLine.RunAsync("exi", "encode", _folder.PathOf("absent.xml"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no such file", outcome.Complaint(), StringComparison.Ordinal);
    }
}
