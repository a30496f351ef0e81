using System.Xml.Linq;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Tests.Commands;

public sealed class ExiCommandTests : IDisposable
{
    private static readonly XNamespace MsgBody = "urn:iso:15118:2:2013:MsgBody";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Vectors.SessionSetupReq)]
    [InlineData("8098 0040 11d0 1801 f7e8 18e2 5000")]
    [InlineData("0x80,0x98,0x00,0x40,0x11,0xd0,0x18,0x01,0xf7,0xe8,0x18,0xe2,0x50,0x00")]
    [InlineData("01FE80010000000E" + Vectors.SessionSetupReq)]
    public async Task Decode_OctetsWithOrWithoutV2gtpHeader_PrintsTheMessageAndTheSet(string hex)
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", hex);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("007DFA063894", outcome.Xml().Descendants(MsgBody + "EVCCID").Single().Value);
        Assert.Equal(["set iso2: the only one that accepts these octets"], outcome.Errors);
    }

    [Theory]
    [InlineData("01FE9000000000021000", "SDPRequest/Security", "None")]
    [InlineData("01FE900100000014FE80000000000000000000000000000100500000", "SDPResponse/Port", "80")]
    [InlineData("01FEA10000000002CAFE", "V2GTP/Name", "ManufacturerSpecific")]
    [InlineData("01FE8105000000020000", "V2GTP/Name", "Reserved")]
    [InlineData("01FE8102000000020000", "V2GTP/Name", "Part20MeteringConfirmation")]
    public async Task Decode_FramesWithoutExi_PrintsWhatTheyAre(string hex, string path, string value)
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", hex);

        Assert.Equal(0, outcome.ExitCode);
        var (root, child) = (path.Split('/')[0], path.Split('/')[1]);
        Assert.Equal(root, outcome.Xml().Root!.Name);
        Assert.Equal(value, outcome.Xml().Root!.Element(child)!.Value);
    }

    [Fact]
    public async Task Decode_AsJson_FollowsTheMapping()
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", "01FE80010000000E" + Vectors.SessionSetupReq, "--format", "json");

        Assert.Equal(
            """{"payloadType":"0x8001","set":"iso2","message":"SessionSetupReq","sessionId":"00","document":{"V2G_Message":{"Header":{"SessionID":"00"},"Body":{"SessionSetupReq":{"EVCCID":"007DFA063894"}}}}}""",
            string.Concat(outcome.Output.Select(line => line.Trim())).Replace("\": ", "\":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Decode_File_MayHoldDigitsOrOctets(bool digits)
    {
        var file = _folder.PathOf("frame.dat");
        await File.WriteAllBytesAsync(file, digits
            ? System.Text.Encoding.ASCII.GetBytes("80:98:00:40:11:d0:18:01\nf7:e8:18:e2:50:00\n")
            : Convert.FromHexString(Vectors.SessionSetupReq));

        var outcome = await CommandLine.RunAsync("exi", "decode", file);

        Assert.Equal("007DFA063894", outcome.Xml().Descendants(MsgBody + "EVCCID").Single().Value);
    }

    [Fact]
    public void TryDecode_SeveralCandidatesAccept_NamesThemAndAsks()
    {
        // The same set by its two names: whatever decodes under one decodes under the other.
        var decoded = SetChoice.TryDecode(
            Convert.FromHexString(Vectors.SessionSetupReq), false, ["appprotocol", "iso2", "urn:iso:15118:2:2013:MsgDef"], true, out var set, out var xml, out var error);

        Assert.False(decoded);
        Assert.Null(set);
        Assert.Null(xml);
        Assert.Equal("WIRE1004 SetAmbiguous: iso2, urn:iso:15118:2:2013:MsgDef accept it; choose with --set", error.ToString());
    }

    [Fact]
    public async Task Decode_SetThatThePayloadTypeExcludes_IsRefused()
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", "01FE80010000000E" + Vectors.SessionSetupReq, "--set", "xmldsig");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("pairsettle: WIRE1006 SetContradicted: payload type 0x8001 carries appprotocol, din, iso2, not xmldsig", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01FE80010000000F" + Vectors.SessionSetupReq, "WIRE1002 FrameInvalid: V2G1005")]
    [InlineData("01FE80010000000D" + Vectors.SessionSetupReq, "WIRE1002 FrameInvalid: V2G1006")]
    [InlineData("02FD80010000000E" + Vectors.SessionSetupReq, "WIRE1002 FrameInvalid: V2G1003")]
    [InlineData("01FE90000000000100", "WIRE1008 SdpRefused: V2G2003")]
    public async Task Decode_FrameThatIsNone_GivesTheCode(string hex, string complaint)
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", hex);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(complaint, outcome.Complaint(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso2")]
    [InlineData("urn:iso:15118:2:2013:MsgDef")]
    [InlineData(null)]
    public async Task Encode_WhatDecodePrinted_GivesTheSameOctets(string? set)
    {
        string[] choice = set is null ? [] : ["--set", set];
        var file = _folder.PathOf("message.exi");
        await File.WriteAllBytesAsync(file, Convert.FromHexString(Vectors.SessionSetupReq));
        var decoded = await CommandLine.RunAsync(["exi", "decode", "@" + file, .. choice]);

        var encoded = await CommandLine.RunAsync(["exi", "encode", _folder.Write("message.xml", decoded.Output), .. choice]);

        Assert.Equal(0, encoded.ExitCode);
        Assert.Equal([Vectors.SessionSetupReq], encoded.Output);
    }

    [Fact]
    public async Task Encode_WithHeader_GivesTheFrame()
    {
        var outcome = await CommandLine.RunAsync("exi", "encode", _folder.Write("message.xml", Vectors.Xml), "--v2gtp");

        Assert.Equal(["01FE80010000000E" + Vectors.SessionSetupReq], outcome.Output);
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
        var outcome = await CommandLine.RunAsync("exi", "encode", _folder.Write("message.xml", "<V2G_Message/>"), "--set", "iso2");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches("pairsettle: WIRE1007 MessageRefused: iso2 EXI[0-9]{4} ", outcome.Complaint());
    }

    [Fact]
    public async Task Encode_NoSuchFile_SaysSo()
    {
        var outcome = await CommandLine.RunAsync("exi", "encode", _folder.PathOf("absent.xml"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no such file", outcome.Complaint(), StringComparison.Ordinal);
    }
}
