using PairSettle.Tool.Capture.Files;
using PairSettle.Tool.Capture.Network;

namespace PairSettle.Tool.Tests.Capture;

public sealed class LinkFrameTests
{
    private static readonly byte[] Udp = Packets.UdpPacket(true, 50_001, 15_118, Convert.FromHexString("01FE9000000000021000"));

    [Fact]
    public void Run_EveryLinkLayer_FindsThePacketInside()
    {
        byte[] vlan = [.. Packets.Ethernet(0x8100, [0, 5, 0x86, 0xDD, .. Udp])];
        byte[] doubleVlan = [.. Packets.Ethernet(0x88A8, [0, 5, 0x81, 0, 0, 6, 0x86, 0xDD, .. Udp])];
        byte[] cooked = [0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, 0x86, 0xDD, .. Udp];
        byte[] cooked2 = [0x86, 0xDD, 0, 0, 0, 0, 0, 3, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0, .. Udp];
        (uint Type, byte[] Packet)[] cases =
        [
            (1, Packets.Ethernet(0x86DD, Udp)), (1, vlan), (1, doubleVlan), (113, cooked), (276, cooked2), (101, Udp), (12, Udp), (14, Udp), (229, Udp),
            (0, [30, 0, 0, 0, .. Udp]), (0, [0, 0, 0, 10, .. Udp]), (108, [0, 0, 0, 24, .. Udp]),
        ];

        foreach (var (type, packet) in cases)
        {
            Assert.Equal(["SDPRequest"], Listing.Of(CaptureFile.Pcap([packet], linkType: type)).Messages);
        }
    }

    [Fact]
    public void TryParse_PacketsCutAnywhere_NeverThrow()
    {
        foreach (var type in Enum.GetValues<LinkType>())
        {
            for (var length = 0; length < 24; length++)
            {
                LinkFrame.TryParse(type, new byte[length], out _);
            }
        }
    }

    [Fact]
    public void TryParse_Ipv6Options_AreTakenOff()
    {
        // Hop-by-hop options, then destination options of two units.
        byte[] payload = [60, 0, 1, 4, 0, 0, 0, 0, 17, 1, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Udp[40..]];

        Assert.True(IpPacket.TryParse(Packets.Ipv6(true, 0, payload), out var packet));
        Assert.Equal(17, packet.Protocol);
        Assert.Equal(Udp[40..], packet.Payload.ToArray());
    }

    [Fact]
    public void TryParse_Ipv6FragmentHeader_TellsAnAtomicFragmentFromAPart()
    {
        Assert.True(IpPacket.TryParse(Packets.Ipv6(true, 44, [17, 0, 0, 0, 0, 0, 0, 1, .. Udp[40..]]), out var atomic));
        Assert.False(atomic.IsFragment);
        Assert.True(IpPacket.TryParse(Packets.Ipv6(true, 44, [17, 0, 0, 1, 0, 0, 0, 1, .. Udp[40..]]), out var first));
        Assert.True(first.IsFragment);
        Assert.False(IpPacket.TryParse(Packets.Ipv6(true, 0, [17, 255, 0, 0, 0, 0, 0, 0]), out _));
    }

    [Fact]
    public void TryParse_Ipv4WithOptionsAndPadding_GivesThePayload()
    {
        byte[] packet = [0x46, 0, 0, 26, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 1, 1, 1, 1, 0xCA, 0xFE, 0, 0, 0, 0];

        Assert.True(IpPacket.TryParse(packet, out var ip));
        Assert.Equal(("10.0.0.1", "10.0.0.2", (byte)6), (ip.Source.ToString(), ip.Destination.ToString(), ip.Protocol));
        Assert.Equal([0xCA, 0xFE], ip.Payload.ToArray());
    }
}
