using FsCheck.Fluent;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ModbusTcpFrameTests
{
    // MODBUS Messaging on TCP/IP Implementation Guide V1.0b, section 4.4.2: read one register at address 4 of unit 255.
    private const string Example = "150100000006FF0300040001";

    [Fact]
    public void TryParse_ExampleOfTheGuide_ReadsAndWritesTheSameOctets()
    {
        var octets = Convert.FromHexString(Example);

        Assert.True(ModbusTcpFrame.TryParse(octets, out var frame, out var consumed, out var fault));

        Assert.Equal((0x1501, 255, 12), (frame.TransactionId, frame.Unit, consumed));
        Assert.Equal("0300040001", Convert.ToHexString(frame.Pdu));
        Assert.Equal(HalFault.None, fault);
        var written = new byte[12];
        Assert.True(ModbusTcpFrame.TryWrite(written, frame.TransactionId, frame.Unit, frame.Pdu, out var length));
        Assert.Equal(octets, written[..length]);
        Assert.False(ModbusTcpFrame.TryWrite(new byte[11], 1, 1, frame.Pdu, out _));
    }

    [Fact]
    public void TryParse_TruncatedAtEveryByte_AsksForMore()
    {
        var octets = Convert.FromHexString(Example);
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.False(ModbusTcpFrame.TryParse(octets.AsSpan(0, length), out _, out var consumed, out var fault));
            Assert.Equal((HalFault.FrameTruncated, 0), (fault, consumed));
        }
    }

    [Fact]
    public void TryParse_TwoFrames_ConsumesTheFirst()
    {
        var octets = Convert.FromHexString(Example + "000200000003018302");

        Assert.True(ModbusTcpFrame.TryParse(octets, out _, out var consumed, out _));
        Assert.True(ModbusTcpFrame.TryParse(octets.AsSpan(consumed), out var second, out var rest, out _));

        Assert.Equal("8302", Convert.ToHexString(second.Pdu));
        Assert.Equal(octets.Length, consumed + rest);
    }

    [Theory]
    [InlineData("00010001", HalFault.ProtocolIdentifierInvalid)]
    [InlineData("00018000000601", HalFault.ProtocolIdentifierInvalid)]
    [InlineData("000100000000", HalFault.LengthFieldInvalid)]
    [InlineData("000100000001", HalFault.LengthFieldInvalid)]
    [InlineData("0001000000FF", HalFault.LengthFieldInvalid)]
    [InlineData("00010000FFFF01", HalFault.LengthFieldInvalid)]
    public void TryParse_HeaderThatCannotBe_IsRefusedAsSoonAsItShows(string hex, HalFault expected)
    {
        Assert.False(ModbusTcpFrame.TryParse(Convert.FromHexString(hex), out _, out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryParse_AnyOctets_IsRefusedOrWritesTheSameOctets() => Properties.Hold(
        Properties.Octets(300).Select(WithLikelyHeader),
        octets =>
        {
            if (!ModbusTcpFrame.TryParse(octets, out var frame, out var consumed, out var fault))
            {
                Assert.NotEqual(HalFault.None, fault);
                Assert.Equal(0, consumed);
                return;
            }

            var written = new byte[ModbusTcpFrame.MaxLength];
            Assert.True(ModbusTcpFrame.TryWrite(written, frame.TransactionId, frame.Unit, frame.Pdu, out var length));
            Assert.Equal(octets[..consumed], written[..length]);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(254)]
    public void TryWrite_PduOfImpossibleLength_Throws(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusTcpFrame.TryWrite(new byte[300], 1, 1, new byte[length], out _));

    private static byte[] WithLikelyHeader(byte[] octets)
    {
        if (octets.Length >= 6 && octets[^1] % 8 != 0)
        {
            octets[2] = octets[3] = octets[4] = 0;
        }

        return octets;
    }
}
