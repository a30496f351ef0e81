using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PairSettle.Tool.Capture.Network;

namespace PairSettle.Tool.Tests.Capture;

public sealed class TcpDirectionTests
{
    private static readonly Endpoint Car = new(IPAddress.Parse("fe80::1"), 49_152);
    private static readonly Endpoint Charger = new(IPAddress.Parse("fe80::2"), 50_000);

    [Fact]
    public void Accept_OutOfOrder_PutsInOrder() => Assert.Equal("abcdef", Run((0, "ab"), (4, "ef"), (2, "cd")).Text);

    [Fact]
    public void Accept_Retransmission_CountsOnce() => Assert.Equal("abcd", Run((0, "ab"), (0, "ab"), (1, "b"), (0, "abcd")).Text);

    [Fact]
    public void Accept_OverlapOfAnotherContent_KeepsWhatCameFirst()
    {
        Assert.Equal("abcd", Run((0, "abc"), (1, "XYd")).Text);
        Assert.Equal("ABcdE", Run((0, ""), (2, "cd"), (0, "ABXYE")).Text);
        Assert.Equal("abCDefGH", Run((0, "ab"), (4, "ef"), (2, "CDXXGH")).Text);
    }

    [Fact]
    public void Close_GapLeft_ReportsItAndGoesOn()
    {
        var receiver = Run((0, "ab"), (5, "fg"));

        Assert.Equal("ab<3>fg", receiver.Text);
    }

    [Fact]
    public void Accept_GapThatWasAcknowledged_IsPassedOverAfterAWhile()
    {
        var receiver = new Receiver();
        var direction = new TcpDirection(receiver);
        direction.Accept(Segment(0, "a"));
        direction.Acknowledge(100);
        for (var i = 0u; i < 17; i++)
        {
            direction.Accept(Segment(10 + i, "x"));
        }

        Assert.Equal("a<9>xxxxxxxxxxxxxxxxx", receiver.Text);
    }

    [Fact]
    public void Accept_EndlessSegmentsBehindAGap_HoldsABoundedNumber()
    {
        var receiver = new Receiver();
        var direction = new TcpDirection(receiver);
        direction.Accept(Segment(0, "a"));
        for (var i = 1u; i <= TcpDirection.MaxWaiting + 1; i++)
        {
            direction.Accept(Segment(2 * i, "x"));
        }

        Assert.StartsWith("a<1>x", receiver.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_FarAheadOrFarBehind_IsNoPartOfTheStream() =>
        Assert.Equal("ab", Run((0, "a"), (0x7000_0000, "x"), (0x9000_0000, "y"), (1, "b")).Text);

    [Fact]
    public void Accept_AnyOrderAndOverlapOfTheSameOctets_GivesTheStream()
    {
        // A stream of 64 octets, cut anywhere, in any order, with repetitions; the first segment says where it begins.
        var pieces = Gen.Choose(0, 63).Two().ListOf(40);
        Prop.ForAll(pieces.ToArbitrary(), cuts =>
        {
            var stream = new string([.. Enumerable.Range(0, 64).Select(i => (char)('0' + i))]);
            var segments = cuts.Select(cut => ((uint)Math.Min(cut.Item1, cut.Item2), Math.Max(cut.Item1, cut.Item2) + 1))
                .Select(s => (s.Item1, stream[(int)s.Item1..s.Item2]));
            return Run([(0u, stream[..1]), .. segments, .. Enumerable.Range(0, 8).Select(i => ((uint)i * 8, stream.Substring(i * 8, 8)))]).Text == stream;
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261127, 15119));
    }

    private static Receiver Run(params (uint Offset, string Text)[] segments)
    {
        var receiver = new Receiver();
        var direction = new TcpDirection(receiver);
        foreach (var (offset, text) in segments)
        {
            direction.Accept(Segment(offset, text));
        }

        direction.Close();
        return receiver;
    }

    // Sequence numbers wrap after the first few octets.
    private static TcpSegment Segment(uint offset, string text) =>
        new(Car, Charger, unchecked(0xFFFF_FFFE + offset), null, TcpFlags.Ack, Encoding.ASCII.GetBytes(text));

    private sealed class Receiver : ITcpReceiver
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public void Receive(ReadOnlyMemory<byte> octets) => _text.Append(Encoding.ASCII.GetString(octets.Span));

        public void Miss(long count) => _text.Append('<').Append(count).Append('>');
    }
}
