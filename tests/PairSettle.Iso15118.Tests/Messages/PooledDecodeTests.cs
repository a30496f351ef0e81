using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Iso20.AC;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.WPT;
using PairSettle.Iso15118.Tests.Conformance;

namespace PairSettle.Iso15118.Tests.Messages;

public class PooledDecodeTests
{
    private static readonly PhysicalValueType s_volts = PhysicalValueType.FromVolts(400);

    private static readonly DC_EVStatusType s_status = new() { EVReady = true, EVErrorCode = DC_EVErrorCodeType.NO_ERROR, EVRESSSOC = 40 };

    private static readonly V2G_Message s_full = V2G_Message.Create(
        ExiBytes.FromHex("0102030405060708"),
        new CurrentDemandReq
        {
            DC_EVStatus = s_status,
            EVTargetCurrent = PhysicalValueType.FromAmperes(32),
            EVMaximumVoltageLimit = s_volts,
            EVMaximumCurrentLimit = PhysicalValueType.FromAmperes(100),
            EVMaximumPowerLimit = PhysicalValueType.FromWatts(50_000),
            BulkChargingComplete = false,
            ChargingComplete = false,
            RemainingTimeToFullSoC = PhysicalValueType.FromTime(TimeSpan.FromMinutes(40)),
            RemainingTimeToBulkSoC = PhysicalValueType.FromTime(TimeSpan.FromMinutes(20)),
            EVTargetVoltage = s_volts,
        },
        notification: new NotificationType { FaultCode = FaultCodeType.ParsingError, FaultMsg = "once" });

    private static readonly V2G_Message s_bare = V2G_Message.Create(
        ExiBytes.FromHex("0807060504030201"),
        new CurrentDemandReq
        {
            DC_EVStatus = s_status with { EVRESSSOC = 41 },
            EVTargetCurrent = PhysicalValueType.FromAmperes(16),
            ChargingComplete = true,
            EVTargetVoltage = s_volts,
        });

    [Fact]
    public void TryDecode_PoolAfterAFullerMessage_KeepsNothingOfIt()
    {
        var pool = new ExiPool();
        foreach (var message in new[] { s_full, s_bare, s_full, s_bare })
        {
            Assert.True(V2G_Message.TryDecode(message.ToExi(), pool, out var decoded, out _));
            Assert.Equal(message, decoded);
        }
    }

    [Fact]
    public void TryDecode_PoolInSteadyState_FillsTheSameObjects()
    {
        var pool = new ExiPool();
        Assert.True(V2G_Message.TryDecode(s_full.ToExi(), pool, out var first, out _));
        Assert.True(V2G_Message.TryDecode(s_bare.ToExi(), pool, out var second, out _));

        Assert.Same(first, second);
        Assert.Equal(s_bare, first);
    }

    [Fact]
    public void TryDecode_PoolAfterAnInvalidStream_GoesOn()
    {
        var pool = new ExiPool();
        var octets = s_full.ToExi();
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.False(V2G_Message.TryDecode(octets.AsSpan(0, length), pool, out var none, out var error));
            Assert.Null(none);
            Assert.False(V2G_Message.TryDecode(octets.AsSpan(0, length), out _, out var expected));
            Assert.Equal(expected, error);
        }

        Assert.True(V2G_Message.TryDecode(s_bare.ToExi(), pool, out var message, out _));
        Assert.Equal(s_bare, message);
    }

    [Fact]
    public void TryDecode_PoolAndMessagesWithOtherContents_AllocatesNothing()
    {
        var pool = new ExiPool();
        var (full, bare) = (s_full.ToExi(), s_bare.ToExi());
        for (var i = 0; i < 3; i++)
        {
            Assert.True(V2G_Message.TryDecode(full, pool, out _, out _) && V2G_Message.TryDecode(bare, pool, out _, out _));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var isValid = V2G_Message.TryDecode(full, pool, out _, out _) && V2G_Message.TryDecode(bare, pool, out _, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(isValid);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void TryDecode_OrdinaryAfterPooled_SharesNothing()
    {
        var pool = new ExiPool();
        Assert.True(V2G_Message.TryDecode(s_full.ToExi(), pool, out var pooled, out _));
        Assert.True(V2G_Message.TryDecode(s_full.ToExi(), out var kept, out _));

        Assert.True(V2G_Message.TryDecode(s_bare.ToExi(), pool, out _, out _));

        Assert.NotSame(pooled, kept);
        Assert.Equal(s_full, kept);
    }

    [CorpusFact("exi/iso2.jsonl")]
    public void TryDecode_PoolOverIso2Vectors_EqualsTheOrdinaryMessages() =>
        Compare<V2G_Message>("exi/iso2.jsonl", 100, V2G_Message.TryDecode, V2G_Message.TryDecode, (m, d) => (m.TryEncode(d, out var n), n));

    [CorpusFact("exi/din.jsonl")]
    public void TryDecode_PoolOverDinVectors_EqualsTheOrdinaryMessages() => Compare<Din70121.V2G_Message>(
        "exi/din.jsonl", 100, Din70121.V2G_Message.TryDecode, Din70121.V2G_Message.TryDecode, (m, d) => (m.TryEncode(d, out var n), n));

    [CorpusFact("exi/iso20cm.jsonl")]
    public void TryDecode_PoolOverCommonMessages_EqualsTheOrdinaryMessages() =>
        Compare<V2GMessageType>("exi/iso20cm.jsonl", 100, CommonMessagesSchema.TryDecode, CommonMessagesSchema.TryDecode, Encode);

    [CorpusFact("exi/iso20ac.jsonl")]
    public void TryDecode_PoolOverAcVectors_EqualsTheOrdinaryMessages() =>
        Compare<V2GMessageType>("exi/iso20ac.jsonl", 50, AcSchema.TryDecode, AcSchema.TryDecode, Encode);

    [CorpusFact("exi/iso20dc.jsonl")]
    public void TryDecode_PoolOverDcVectors_EqualsTheOrdinaryMessages() =>
        Compare<V2GMessageType>("exi/iso20dc.jsonl", 50, DcSchema.TryDecode, DcSchema.TryDecode, Encode);

    [CorpusFact("exi/iso20wpt.jsonl")]
    public void TryDecode_PoolOverWptVectors_EqualsTheOrdinaryMessages() =>
        Compare<V2GMessageType>("exi/iso20wpt.jsonl", 50, WptSchema.TryDecode, WptSchema.TryDecode, Encode);

    [CorpusFact("exi/captures.jsonl")]
    public void TryDecode_PoolOverCaptures_EqualsTheOrdinaryMessages() =>
        Compare<V2G_Message>("exi/captures.jsonl", 1000, V2G_Message.TryDecode, V2G_Message.TryDecode, (m, d) => (m.TryEncode(d, out var n), n));

    [CorpusFact("exi/appprotocol.jsonl")]
    public void TryDecode_PoolOverHandshakes_EqualsTheOrdinaryMessages() => Compare<SupportedAppProtocolReq>(
        "exi/appprotocol.jsonl", 5, SupportedAppProtocolReq.TryDecode, SupportedAppProtocolReq.TryDecode, (m, d) => (m.TryEncode(d, out var n), n));

    [CorpusFact("exi/bench-messages.jsonl")]
    public void TryDecode_PoolOverBenchMessages_AllocatesNothing()
    {
        var pool = new ExiPool();
        var count = 0;
        foreach (var line in Corpus.Lines("exi/bench-messages.jsonl"))
        {
            var octets = Convert.FromHexString(line.Text("exi_hex")!);
            var allocated = line.Text("schema") switch
            {
                "iso2/V2G_CI_MsgDef.xsd" => Allocated<V2G_Message>(octets, pool, V2G_Message.TryDecode),
                "iso20/V2G_CI_DC.xsd" => Allocated<V2GMessageType>(octets, pool, DcSchema.TryDecode),
                "iso20/V2G_CI_CommonMessages.xsd" => Allocated<V2GMessageType>(octets, pool, CommonMessagesSchema.TryDecode),
                _ when line.Text("name") == "supportedAppProtocolRes" => Allocated<SupportedAppProtocolRes>(octets, pool, SupportedAppProtocolRes.TryDecode),
                _ => Allocated<SupportedAppProtocolReq>(octets, pool, SupportedAppProtocolReq.TryDecode),
            };
            count++;
            Assert.True(allocated == 0, $"{line.Text("name")} allocates {allocated} octets");
        }

        Assert.True(count > 10);
    }

    private static long Allocated<T>(byte[] octets, ExiPool pool, PooledDecoder<T> decode)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isValid = decode(octets, pool, out _, out _, null);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(isValid);
        }

        return least;
    }

    private static (bool Fits, int Written) Encode(V2GMessageType message, byte[] destination) =>
        (((IExiDocument)message).TryEncode(destination, out var written), written);

    /// <summary>Decodes all streams of a corpus with one pool, and encodes each message into a buffer full of what was there before.</summary>
    private static void Compare<T>(string corpus, int leastCount, Decoder<T> decode, PooledDecoder<T> decodePooled, Func<T, byte[], (bool, int)> encode)
        where T : class
    {
        var pool = new ExiPool();
        var buffer = new byte[64 * 1024];
        buffer.AsSpan().Fill(0xA5);
        var count = 0;
        foreach (var line in Corpus.Lines(corpus))
        {
            if (line.Text("exi_hex") is not { } hex || line.Text("kind") == "fragment")
            {
                continue;
            }

            var octets = Convert.FromHexString(hex);
            var isValid = decode(octets, out var expected, out var expectedError, null);
            Assert.Equal(isValid, decodePooled(octets, pool, out var message, out var error, null));
            Assert.Equal(expectedError, error);
            Assert.Equal(expected, message);
            if (isValid)
            {
                count++;
                var (fits, written) = encode(message!, buffer);
                Assert.True(fits);
                Assert.True(encode(expected!, new byte[written]) == (true, written));
                Assert.True(decode(buffer.AsSpan(0, written), out var again, out _, null));
                Assert.Equal(expected, again);
            }
        }

        Assert.True(count >= leastCount, $"only {count} messages");
    }

    private delegate bool Decoder<T>(ReadOnlySpan<byte> source, out T? message, out ExiError error, ExiLimits? limits);

    private delegate bool PooledDecoder<T>(ReadOnlySpan<byte> source, ExiPool pool, out T? message, out ExiError error, ExiLimits? limits);
}
