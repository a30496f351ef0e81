using PairSettle.Tool.Capture.Listing;

namespace PairSettle.Tool.Tests.Capture;

/// <summary>Captures that lie: whatever the octets, a listing ends without an exception and within the file's own size.</summary>
public sealed class HostileCaptureTests
{
    private static readonly byte[][] Packets = [.. CaptureListingTests.Plain().Udp(true, 5, 15_118, Convert.FromHexString("01FE9000000000021000")).All];

    public static TheoryData<string> Files() => ["pcap", "pcapng", "tls"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_CutAtEveryOctet_Ends(string kind)
    {
        var file = FileOf(kind);
        for (var length = 0; length < file.Length; length++)
        {
            new Listing().TryRun(file[..length], "", out _);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_OctetsChanged_Ends(string kind)
    {
        var random = new Random(15_118);
        var file = FileOf(kind);
        for (var round = 0; round < 4000; round++)
        {
            var mutated = file.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(mutated.Length);
                mutated[at] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)(mutated[at] ^ (1 << random.Next(8))), _ => 0xFF };
            }

            new Listing().TryRun(mutated, "", out _);
        }
    }

    [Fact]
    public void Run_FrameThatAnnouncesFourGigabytes_AllocatesNothingForIt()
    {
        var packets = new Packets().Open().Send(true, Convert.FromHexString("01FE800100000010")).Send(true, new byte[16])
            .Send(true, Convert.FromHexString("01FE8001FFFFFFFF")).Send(true, new byte[1000]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var listing = Listing.Of(CaptureFile.Pcap(packets.All));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
        Assert.Equal(["WIRE1003", "CAP2003", "CAP2005"], listing.Problems);
    }

    [Fact]
    public void Run_MoreConnectionsThanAreFollowed_ForgetsTheOldest()
    {
        var segments = Enumerable.Range(0, CaptureListing.MaxConversations + 10)
            .Select(i => Capture.Packets.Ethernet(0x86DD, Capture.Packets.TcpPacket(true, 1, 0, 0x10, Talk.SessionSetupReq.AsSpan(0, 9), carPort: (ushort)(1024 + i))));

        var listing = Listing.Of(CaptureFile.Pcap(segments));

        // Each ends inside its frame: ten when they give way, the others at the end of the file.
        Assert.Equal(CaptureListing.MaxConversations + 10, listing.Problems.Count(p => p == "CAP2005"));
    }

    [Fact]
    public void Run_ControlCharactersFromAPeer_DoNotReachTheTerminal()
    {
        using var output = new StringWriter();
        new TextListing(output, verbose: true).Write(new(null, "a", "b", "V2GTP") { Note = "offers x\u001b[2J\ny" });

        Assert.Equal("-  a > b  V2GTP  (offers x?[2J?y)", output.ToString().TrimEnd());
    }

    private static byte[] FileOf(string kind) => kind switch
    {
        "pcap" => CaptureFile.Pcap(Packets),
        "pcapng" => CaptureFile.PcapNg(Packets, keyLog: "CLIENT_RANDOM x y\n"u8.ToArray()),
        _ => CaptureFile.PcapNg(TlsHandshake().All, keyLog: TlsLine()),
    };

    private static byte[] TlsLine() => System.Text.Encoding.ASCII.GetBytes($"CLIENT_RANDOM {new string('0', 64)} {new string('1', 96)}\n");

    // As much of a handshake as the record layer needs: hellos for AES-128-GCM, ChangeCipherSpec, and a record that does not open.
    private static Packets TlsHandshake()
    {
        byte[] clientHello = [0x03, 0x03, .. new byte[32], 0, 0, 2, 0xC0, 0x2B, 1, 0];
        byte[] serverHello = [0x03, 0x03, .. new byte[32], 0, 0xC0, 0x2B, 0, 0, 4, 0, 22, 0, 0];
        return new Packets().Open()
            .Send(true, Record(22, [1, 0, 0, (byte)clientHello.Length, .. clientHello]))
            .Send(false, Record(22, [2, 0, 0, (byte)serverHello.Length, .. serverHello]))
            .Send(true, Record(20, [1])).Send(false, Record(20, [1]))
            .Send(true, Record(23, new byte[40]));
    }

    private static byte[] Record(byte type, byte[] content) => [type, 3, 3, (byte)(content.Length >> 8), (byte)content.Length, .. content];
}
