using System.Text.Json;
using FsCheck.Fluent;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ModbusRtuFrameTests
{
    // Single facts from the documented frames of the Bauer BSM meter (chargeITmobility/bsm-python, doc/examples).
    [Theory]
    [InlineData("2A039C440042ADA5", 42, "039C440042")]
    [InlineData("2A109C84000169AB", 42, "109C840001")]
    [InlineData("2A030200009C42", 42, "03020000")]
    public void TryParse_DocumentedFrame_ReadsAndWritesTheSameOctets(string hex, byte unit, string pduHex)
    {
        Assert.True(ModbusRtuFrame.TryParse(Convert.FromHexString(hex), out var frame, out var fault));

        Assert.Equal((unit, HalFault.None), (frame.Unit, fault));
        Assert.Equal(pduHex, Convert.ToHexString(frame.Pdu));
        var written = new byte[hex.Length / 2];
        Assert.True(ModbusRtuFrame.TryWrite(written, frame.Unit, frame.Pdu, out var length));
        Assert.Equal(hex, Convert.ToHexString(written, 0, length));
        Assert.False(ModbusRtuFrame.TryWrite(new byte[length - 1], frame.Unit, frame.Pdu, out _));
    }

    [Fact]
    public void TryParse_EverySingleBitFlipped_IsRefused()
    {
        var octets = Convert.FromHexString("2A039C440042ADA5");
        for (var bit = 0; bit < 8 * octets.Length; bit++)
        {
            octets[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(ModbusRtuFrame.TryParse(octets, out _, out var fault));
            Assert.Equal(HalFault.ChecksumMismatch, fault);
            octets[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData(0, HalFault.FrameTruncated)]
    [InlineData(3, HalFault.FrameTruncated)]
    [InlineData(257, HalFault.FrameTooLong)]
    public void TryParse_ImpossibleLength_NamesTheFault(int length, HalFault expected)
    {
        Assert.False(ModbusRtuFrame.TryParse(new byte[length], out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryParse_AnyOctets_IsRefusedOrWritesTheSameOctets() => Properties.Hold(
        Properties.Octets(260).Select(Closed),
        octets =>
        {
            if (ModbusRtuFrame.TryParse(octets, out var frame, out var fault))
            {
                var written = new byte[ModbusRtuFrame.MaxLength];
                Assert.True(ModbusRtuFrame.TryWrite(written, frame.Unit, frame.Pdu, out var length));
                Assert.Equal(octets, written[..length]);
            }
            else
            {
                Assert.NotEqual(HalFault.None, fault);
            }
        });

    [CorpusFact("modbus/bsm_rtu_frames.jsonl")]
    public void TryParse_CorpusOfDocumentedFrames_JudgesEveryChecksumAsRecorded()
    {
        var requests = 0;
        var answers = 0;
        var damaged = 0;
        ModbusRequest? pending = null;
        foreach (var line in File.ReadLines(SharedData.PathOf("modbus/bsm_rtu_frames.jsonl")!))
        {
            using var json = JsonDocument.Parse(line);
            var octets = Convert.FromHexString(json.RootElement.GetProperty("hex").GetString()!);
            var isIntact = json.RootElement.GetProperty("crc_ok").GetBoolean();

            Assert.Equal(isIntact, ModbusRtuFrame.TryParse(octets, out var frame, out var fault));
            if (!isIntact)
            {
                Assert.Equal(HalFault.ChecksumMismatch, fault);
                damaged++;
            }
            else if (json.RootElement.GetProperty("dir").GetString() == "req")
            {
                Assert.True(ModbusRequest.TryParse(frame.Pdu, out var request, out _, out _));
                pending = request;
                requests++;
            }
            else
            {
                // The values of a multiple write are not echoed, so any will do here.
                var values = pending!.Value.IsRead ? [] : new byte[2 * pending.Value.Count];
                Assert.True(ModbusResponse.TryParse(frame.Pdu, pending.Value, values, out _, out _));
                answers++;
            }
        }

        Assert.Equal((27, 25, 1), (requests, answers, damaged));
    }

    /// <summary>Gives every other octet string a matching CRC.</summary>
    private static byte[] Closed(byte[] octets)
    {
        if (octets.Length > 2 && octets[0] % 2 == 0)
        {
            var crc = ModbusCrc.Compute(octets.AsSpan(0, octets.Length - 2));
            octets[^2] = (byte)(crc & 0xFF);
            octets[^1] = (byte)(crc >> 8);
        }

        return octets;
    }
}
