using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Tests.V2gtp;

public sealed class V2gtpFrameTests
{
    private static readonly byte[] Frame = Convert.FromHexString("01fe80010000000480400040");

    [Fact]
    public void TryParse_WholeFrame_RoundTrips()
    {
        Assert.True(V2gtpFrame.TryParse(Frame, out var frame, out _));
        Assert.Equal("80400040", Convert.ToHexStringLower(frame.Payload.Span));
        Assert.Equal(Frame, frame.ToArray());
    }

    [Fact]
    public void TryParse_TruncatedAtEveryOctet_IsRefused()
    {
        for (var length = 0; length < Frame.Length; length++)
        {
            Assert.False(V2gtpFrame.TryParse(Frame.AsMemory(0, length), out _, out var error));
            Assert.Equal(length < V2gtpHeader.Size ? V2gtpFault.HeaderTruncated : V2gtpFault.PayloadTruncated, error.Fault);
        }
    }

    [Fact]
    public void TryParse_OneOctetMore_IsRefused()
    {
        Assert.False(V2gtpFrame.TryParse((byte[])[.. Frame, 0], out _, out var error));
        Assert.Equal("V2G1006", error.Code);
    }

    [Fact]
    public void TryParse_LengthOfFourGibibytes_IsRefused()
    {
        Assert.False(V2gtpFrame.TryParse(Convert.FromHexString("01fe8001ffffffff00"), out _, out var error));
        Assert.Equal(V2gtpFault.PayloadTruncated, error.Fault);
    }

    [CorpusFact("exi/frames.jsonl")]
    public void TryParse_FramesOfOtherStacksAndCars_RoundTrip()
    {
        var frames = 0;
        foreach (var line in File.ReadLines(SharedData.PathOf("exi/frames.jsonl")!))
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("payload_type").GetString() is not { } type)
            {
                continue;
            }

            var octets = Convert.FromHexString(json.RootElement.GetProperty("frame_hex").GetString()!);
            Assert.True(V2gtpFrame.TryParse(octets, out var frame, out var error), error.ToString());
            Assert.Equal(Convert.ToInt32(type, 16), (int)frame.PayloadType);
            Assert.Equal(octets, frame.ToArray());
            frames++;
        }

        Assert.True(frames > 100, $"only {frames} frames");
    }
}
