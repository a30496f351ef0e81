namespace PairSettle.Tool.Tests.Capture;

public sealed class CaptureListingTests
{
    private static readonly string[] Session = ["supportedAppProtocolReq", "supportedAppProtocolRes", "SessionSetupReq", "SessionSetupRes"];

    public static TheoryData<string> Formats() => ["pcap", "pcap-big", "pcap-ns", "pcap-big-ns", "ng", "ng-big", "ng-ns", "ng-binary"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Run_EveryFileFormat_ListsTheSessionWithItsTimes(string format)
    {
        var packets = Plain().All;
        var file = format switch
        {
            "pcap" => CaptureFile.Pcap(packets),
            "pcap-big" => CaptureFile.Pcap(packets, bigEndian: true),
            "pcap-ns" => CaptureFile.Pcap(packets, nanoseconds: true),
            "pcap-big-ns" => CaptureFile.Pcap(packets, bigEndian: true, nanoseconds: true),
            "ng" => CaptureFile.PcapNg(packets),
            "ng-big" => CaptureFile.PcapNg(packets, bigEndian: true),
            "ng-ns" => CaptureFile.PcapNg(packets, resolution: 9),
            _ => CaptureFile.PcapNg(packets, resolution: 0x8A),
        };

        var listing = Listing.Of(file);

        Assert.Equal(Session, listing.Messages);
        Assert.Empty(listing.Problems);
        Assert.Equal(packets.Count, listing.Counts!.Packets);
        var third = (CaptureFile.StartSeconds * 1_000_000_000) + (format == "ng-binary" ? 3 * 1_000_000_000L / 1024 : 3_000_000);
        Assert.Equal(third, listing.Entries[0].TimeNs);
    }

    [Fact]
    public void Run_SimplePackets_HaveNoTime() => Assert.All(Listing.Of(CaptureFile.PcapNg(Plain().All, simple: true)).Entries, e => Assert.Null(e.TimeNs));

    [Fact]
    public void Run_NegotiatedSession_NamesSetAndSession()
    {
        var entries = Listing.Of(CaptureFile.Pcap(Plain().All)).Entries;

        Assert.Equal(["appprotocol", "appprotocol", "iso2", "iso2"], entries.Select(e => e.Message!.Set));
        Assert.Equal("offers urn:iso:15118:2:2013:MsgDef, urn:din:70121:2012:MsgDef", entries[0].Note);
        Assert.Equal("chooses urn:iso:15118:2:2013:MsgDef", entries[1].Note);
        Assert.Equal("00", entries[2].Message!.SessionId);
        Assert.Null(entries[2].Note);
        Assert.Equal([null, "OK_SuccessfulNegotiation", null, "OK_NewSessionEstablished"], entries.Select(e => e.Message!.ResponseCode));
        Assert.Equal(("[fe80::1]:49152", "[fe80::2]:50000"), (entries[2].Source, entries[2].Destination));
        Assert.Equal(("[fe80::2]:50000", "[fe80::1]:49152"), (entries[3].Source, entries[3].Destination));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Run_FramesOverManySegments_AreTheSame(int size)
    {
        var packets = new Packets().Open();
        foreach (var (fromCar, frame) in Talk.All)
        {
            packets.SendInPieces(fromCar, frame, size);
        }

        Assert.Equal(Session, Listing.Of(CaptureFile.Pcap(packets.Close().All)).Messages);
    }

    [Fact]
    public void Run_SeveralFramesInOneSegment_AreListedEach()
    {
        byte[] both = [.. Talk.SupportedAppProtocolReq(), .. Talk.SessionSetupReq, .. Talk.SessionSetupReq];

        Assert.Equal(
            ["supportedAppProtocolReq", "SessionSetupReq", "SessionSetupReq"], Listing.Of(CaptureFile.Pcap(new Packets().Open().Send(true, both).All)).Messages);
    }

    [Fact]
    public void Run_ConnectionWithoutItsBeginning_SaysThatTheSetWasNotNegotiated()
    {
        var listing = Listing.Of(CaptureFile.Pcap(new Packets().Send(true, Talk.SessionSetupReq).All));

        Assert.Equal("set not negotiated in this capture", Assert.Single(listing.Entries).Note);
    }

    [Fact]
    public void Run_NamespaceWithoutCodec_IsNotReadAsAnythingElse()
    {
        var packets = new Packets().Open()
            .Send(true, Talk.SupportedAppProtocolReq("urn:example:private")).Send(false, Talk.SupportedAppProtocolRes()).Send(true, Talk.SessionSetupReq);

        var listing = Listing.Of(CaptureFile.Pcap(packets.All));

        Assert.Equal(["WIRE1005"], listing.Problems);
        Assert.Contains("urn:example:private was negotiated", listing.Entries[2].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SdpAndSlac_AreListed()
    {
        var packets = new Packets()
            .Add(0x88E1, [0x01, 0x64, 0x60, 0, 0, 0, 0])
            .Add(0x88E1, [0x01, 0x7D, 0x60, 0, 0])
            .Add(0x88E1, [0x00, 0x38, 0xA0, 0x00, 0xB0, 0x52])
            .Add(0x88E1, [0x01, 0x02, 0x70, 0, 0])
            .Udp(true, 50_001, 15_118, Convert.FromHexString("01FE9000000000021000"))
            .Udp(false, 15_118, 50_001, Convert.FromHexString("01FE900100000014FE80000000000000000000000000000200501000"))
            .Udp(true, 50_001, 15_118, [1, 2, 3])
            .Udp(true, 50_001, 53, [1, 2, 3]);

        var entries = Listing.Of(CaptureFile.Pcap(packets.All)).Entries;

        Assert.Equal(["CM_SLAC_PARM.REQ", "CM_SLAC_MATCH.CNF", "VS_NW_INFO.REQ", "MME_0x7000.IND"], entries.Take(4).Select(e => e.Subject));
        Assert.Equal(("02:00:00:00:00:01", "02:00:00:00:00:02"), (entries[0].Source, entries[0].Destination));
        Assert.Equal("Security=None Transport=Tcp", entries[4].Note);
        Assert.Equal("Address=fe80::2 Port=80 Security=None Transport=Tcp", entries[5].Note);
        Assert.StartsWith("V2G1001", entries[6].Problem, StringComparison.Ordinal);
        Assert.Equal(7, entries.Count);
    }

    [Fact]
    public void Run_ConnectionThatIsSomethingElse_IsPassedOver() =>
        Assert.Empty(Listing.Of(CaptureFile.Pcap(new Packets().Open().Send(true, "GET / HTTP/1.1\r\n"u8).Send(false, [1]).Close().All)).Entries);

    [Fact]
    public void Run_PortsUsedAgain_BeginsAnotherConnection()
    {
        var packets = Plain();
        packets.All.AddRange(new Packets().Open().Send(true, Talk.SupportedAppProtocolReq()).All);

        Assert.Equal([.. Session, "supportedAppProtocolReq"], Listing.Of(CaptureFile.Pcap(packets.All)).Messages);
    }

    [Fact]
    public void Run_MissingSegment_IsReportedAndTheNextFrameIsFound()
    {
        var packets = new Packets().Open();
        foreach (var (fromCar, frame) in Talk.All)
        {
            packets.Send(fromCar, frame);
        }

        packets.Send(true, Talk.SessionSetupReq).Send(true, Talk.SessionSetupReq).Close();
        packets.All.RemoveAt(7);

        var listing = Listing.Of(CaptureFile.Pcap(packets.All));

        Assert.Equal([.. Session, "SessionSetupReq"], listing.Messages);
        Assert.Equal(["CAP2001"], listing.Problems);
    }

    [Fact]
    public void Run_FileThatEndsEarly_ListsWhatIsThereAndSaysSo()
    {
        var file = CaptureFile.Pcap(Plain().All);

        var listing = Listing.Of(file[..^100]);

        Assert.Equal(["supportedAppProtocolReq", "supportedAppProtocolRes"], listing.Messages.Take(2));
        Assert.Equal(["CAP1003"], listing.Problems);
    }

    [Theory]
    [InlineData("", "CAP1001")]
    [InlineData("00112233445566778899", "CAP1001")]
    [InlineData("D4C3B2A10200", "CAP1003")]
    public void Run_NoCapture_IsRefused(string hex, string code)
    {
        Assert.False(new Listing().TryRun(Convert.FromHexString(hex), "", out var error));
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData(147u)]
    public void Run_LinkTypeThatIsNotKnown_IsCounted(uint linkType)
    {
        var listing = Listing.Of(CaptureFile.Pcap(Plain().All, linkType: linkType));

        Assert.Equal("CAP1005 LinkTypeUnsupported: 9 packets of link type 147 were passed over", Assert.Single(listing.Entries).Problem);
    }

    internal static Packets Plain()
    {
        var packets = new Packets().Open();
        foreach (var (fromCar, frame) in Talk.All)
        {
            packets.Send(fromCar, frame);
        }

        return packets.Close();
    }
}
