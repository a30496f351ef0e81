using PairSettle.Exi.Codecs;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Tests.Conformance;

public class DamageJudgeTests
{
    [Fact]
    public void Judge_StreamOfTheEncoder_IsIdentical()
    {
        var judge = new DamageJudge((ExiSchemaCodec)Iso2Schema.Codec, fragment: false);

        Assert.Null(judge.Judge(Convert.FromHexString("8098004011D01801F7E818E25000")));
        Assert.True(judge.Accepted);
        Assert.Equal(new DamageCounts { Identical = 1 }, judge.Counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("8098004011D01801F7E818E250")]
    [InlineData("8098004011D01801F7E818E2500000")]
    [InlineData("8098004011D01801F7E818E25001")]
    public void Judge_StreamThatIsNone_IsRefused(string hex)
    {
        var judge = new DamageJudge((ExiSchemaCodec)Iso2Schema.Codec, fragment: false);

        Assert.Null(judge.Judge(Convert.FromHexString(hex)));
        Assert.False(judge.Accepted);
        Assert.Equal(new DamageCounts { Refused = 1 }, judge.Counts);
    }

    [Fact]
    public void Judge_StreamWithVariants_CountsThem()
    {
        // Two protocols with one namespace, the second as a reference; and one whose namespace is empty behind the escape.
        var request = new SupportedAppProtocolReq { AppProtocol = [Protocol("urn:a", 1), Protocol("urn:a", 2)] };
        var codec = (ExiSchemaCodec)AppProtocolSchema.Codec;
        Assert.True(codec.TryEncodeFromXml(request.ToXml(), false, PairSettle.Exi.ExiStringTableMode.Hits, out var references, out _));
        request = new SupportedAppProtocolReq { AppProtocol = [Protocol("", 1)] };
        Assert.True(codec.TryEncodeFromXml(request.ToXml(), false, PairSettle.Exi.ExiStringTableMode.Misses, out var empty, out _));
        Assert.NotEqual(request.ToExi(), empty);
        var judge = new DamageJudge(codec, fragment: false);

        Assert.Null(judge.Judge(references));
        Assert.Null(judge.Judge(empty));
        Assert.Equal(new DamageCounts { References = 1, EmptyElements = 1 }, judge.Counts);
    }

    [Fact]
    public void Judge_CodecThatWritesSomethingElse_IsWrong()
    {
        var judge = new DamageJudge(new OctetCodec(OctetCodec.Defect.Talkative), fragment: true);

        Assert.Null(judge.Judge([0x80, 0x02, 0xFF]));
        Assert.Equal("accepted, and written as 800300FF", judge.Judge([0x80, 0x03, 0xFF]));
    }

    [Fact]
    public void Judge_CodecThatThrows_IsWrong()
    {
        var judge = new DamageJudge(new OctetCodec(OctetCodec.Defect.Throws), fragment: true);

        Assert.Null(judge.Judge([0x80, 0x01, 0xFF]));
        Assert.Equal("InvalidOperationException: zero", judge.Judge([0x80, 0x00, 0xFF]));
    }

    [Fact]
    public void FlipAndCut_CodecWithADefect_NameTheBit()
    {
        byte[] octets = [0x80, 0x02, 0xFF];

        Assert.Equal(["bit 15 flipped: accepted, and written as 800300FF"], StreamDamage.Flip(Judge(OctetCodec.Defect.Talkative), octets, 0, 24, 1));
        Assert.Equal(["bit 14 flipped: InvalidOperationException: zero"], StreamDamage.Flip(Judge(OctetCodec.Defect.Throws), octets, 0, 24, 1));
        Assert.Empty(StreamDamage.Cut(Judge(OctetCodec.Defect.None), octets, 0, 24, 1));
        Assert.Equal(["octet FF after the end: accepted: 8002FFFF"], StreamDamage.Cut(Judge(OctetCodec.Defect.Greedy), octets, 0, 24, 1));

        static DamageJudge Judge(OctetCodec.Defect defect) => new(new OctetCodec(defect), fragment: true);
    }

    private static AppProtocolType Protocol(string name, byte priority) => new()
    {
        ProtocolNamespace = name, VersionNumberMajor = 1, VersionNumberMinor = 0, SchemaID = priority, Priority = priority,
    };
}
