using System.Text.Json;
using PairSettle.Tool.Tests.Capture;

namespace PairSettle.Tool.Tests.Commands;

public sealed class ExiCaptureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Decode_Capture_PrintsOneLineAMessage()
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", "--pcap", Capture());

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["9 packets, 4 messages, 0 problems"], outcome.Errors);
        Assert.Equal(4, outcome.Output.Length);
        Assert.Equal(
            "2025-11-27T13:26:40.005000Z  [fe80::1]:49152 > [fe80::2]:50000  V2GTP  0x8001  iso2  SessionSetupReq  session=00", outcome.Output[2]);
    }

    [Fact]
    public async Task Decode_CaptureVerbose_PrintsTheMessagesToo()
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", "--pcap", Capture(), "--verbose");

        Assert.Contains(outcome.Output, line => line.TrimStart() == "<v2gci_b:EVCCID>007DFA063894</v2gci_b:EVCCID>");
    }

    [Fact]
    public async Task Decode_CaptureAsJson_PrintsOneObjectALine()
    {
        var outcome = await CommandLine.RunAsync("exi", "decode", "--pcap", Capture(), "--format", "json", "--verbose");

        var message = JsonDocument.Parse(outcome.Output[2]).RootElement;
        Assert.Equal("2025-11-27T13:26:40.005000Z", message.GetProperty("time").GetString());
        Assert.Equal("V2GTP", message.GetProperty("protocol").GetString());
        Assert.Equal("iso2", message.GetProperty("set").GetString());
        Assert.Equal("007DFA063894", message.GetProperty("document").GetProperty("V2G_Message").GetProperty("Body")
            .GetProperty("SessionSetupReq").GetProperty("EVCCID").GetString());
    }

    [Fact]
    public async Task Decode_CaptureWithSomethingUnreadable_AnswersOne()
    {
        var file = _folder.PathOf("cut.pcap");
        await File.WriteAllBytesAsync(file, CaptureFile.Pcap(CaptureListingTests.Plain().All)[..^1]);

        var outcome = await CommandLine.RunAsync("exi", "decode", "--pcap", file);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("! CAP1003 FileTruncated", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--pcap", "absent.pcap")]
    [InlineData("--pcap", "text.pcap")]
    [InlineData("--pcap", "good.pcap", "--keylog", "text.pcap")]
    [InlineData("--pcap", "good.pcap", "--keylog", "absent.log")]
    public async Task Decode_UnusableFile_SaysSoInOneLine(params string[] arguments)
    {
        await File.WriteAllBytesAsync(_folder.PathOf("good.pcap"), CaptureFile.Pcap(CaptureListingTests.Plain().All));
        _folder.Write("text.pcap", "no capture and no key log");

        var outcome = await CommandLine.RunAsync(["exi", "decode", .. arguments.Select(a => a.StartsWith('-') ? a : _folder.PathOf(a))]);

        Assert.Equal(2, outcome.ExitCode);
        outcome.Complaint();
    }

    [Theory]
    [InlineData]
    [InlineData("8098", "--pcap", "x.pcap")]
    [InlineData("8098", "--keylog", "x.log")]
    [InlineData("8098", "--format", "text")]
    [InlineData("--pcap", "x.pcap", "--set", "iso2")]
    [InlineData("--pcap", "x.pcap", "--format", "xml")]
    public async Task Decode_OptionsThatDoNotGoTogether_AreMisuse(params string[] arguments) =>
        Assert.Equal(64, (await CommandLine.RunAsync(["exi", "decode", .. arguments])).ExitCode);

    private string Capture()
    {
        var file = _folder.PathOf("session.pcap");
        File.WriteAllBytes(file, CaptureFile.Pcap(CaptureListingTests.Plain().All));
        return file;
    }
}
