using FsCheck.Fluent;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ModbusRequestTests
{
    // The examples of the MODBUS Application Protocol Specification V1.1b3, sections 6.3, 6.4, 6.6 and 6.12.
    [Theory]
    [InlineData("03006B0003", ModbusFunction.ReadHoldingRegisters, 0x6B, 3, "")]
    [InlineData("0400080001", ModbusFunction.ReadInputRegisters, 8, 1, "")]
    [InlineData("0600010003", ModbusFunction.WriteSingleRegister, 1, 1, "0003")]
    [InlineData("100001000204000A0102", ModbusFunction.WriteMultipleRegisters, 1, 2, "000A0102")]
    public void TryParse_ExampleOfTheSpecification_ReadsAndWritesTheSameOctets(
        string hex, ModbusFunction function, int address, int count, string valuesHex)
    {
        var pdu = Convert.FromHexString(hex);

        Assert.True(ModbusRequest.TryParse(pdu, out var request, out var values, out var refusal));

        Assert.Equal((function, address, count), (request.Function, request.Address, request.Count));
        Assert.Equal(valuesHex, Convert.ToHexString(values));
        Assert.Equal(ModbusExceptionCode.None, refusal);
        var written = new byte[ModbusRequest.MaxPduLength];
        Assert.True(request.TryWrite(written, values, out var length));
        Assert.Equal(hex, Convert.ToHexString(written, 0, length));
        Assert.False(request.TryWrite(new byte[length - 1], values, out _));
    }

    [Theory]
    [InlineData("", ModbusExceptionCode.IllegalFunction)]
    [InlineData("0100000001", ModbusExceptionCode.IllegalFunction)]
    [InlineData("8300000001", ModbusExceptionCode.IllegalFunction)]
    [InlineData("03", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("03000000", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("030000000100", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("0300000000", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("030000007E", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("03FFFF0002", ModbusExceptionCode.IllegalDataAddress)]
    [InlineData("060001000300", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("1000010002", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("100001000204000A01", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("100001000203000A0102", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("10000100010200", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("100001000000", ModbusExceptionCode.IllegalDataValue)]
    [InlineData("10FFFF000204000A0102", ModbusExceptionCode.IllegalDataAddress)]
    public void TryParse_InvalidRequest_NamesTheExceptionToAnswer(string hex, ModbusExceptionCode expected)
    {
        Assert.False(ModbusRequest.TryParse(Convert.FromHexString(hex), out _, out _, out var refusal));

        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void TryParse_AnyOctets_IsRefusedOrWritesTheSameOctets() => Properties.Hold(
        Properties.Octets(ModbusRequest.MaxPduLength).Select(WithLikelyHeader),
        pdu =>
        {
            if (!ModbusRequest.TryParse(pdu, out var request, out var values, out var refusal))
            {
                Assert.NotEqual(ModbusExceptionCode.None, refusal);
                return;
            }

            var written = new byte[ModbusRequest.MaxPduLength];
            Assert.True(request.TryWrite(written, values, out var length));
            Assert.Equal(pdu, written[..length]);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(126)]
    public void Read_CountOutsideTheProtocol_Throws(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.Read(ModbusFunction.ReadInputRegisters, 0, count));

    [Fact]
    public void Read_BeyondTheLastRegister_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.Read(ModbusFunction.ReadInputRegisters, 0xFFFF, 2));

    [Fact]
    public void Read_WritingFunction_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.Read(ModbusFunction.WriteSingleRegister, 0, 1));

    [Fact]
    public void TryWrite_ValuesOfAnotherCount_Throws() =>
        Assert.Throws<ArgumentException>(() => ModbusRequest.WriteMultiple(0, 2).TryWrite(new byte[20], new byte[3], out _));

    /// <summary>Makes random octets look like a request often enough to reach the deeper checks.</summary>
    private static byte[] WithLikelyHeader(byte[] octets)
    {
        byte[] functions = [3, 4, 6, 16];
        if (octets.Length >= 6 && octets[^1] % 4 != 0)
        {
            octets[0] = functions[octets[0] % 4];
            octets[3] = 0;
            if (octets[0] == 16)
            {
                octets[4] = (byte)((octets.Length - 6) / 2);
                octets[5] = (byte)(2 * octets[4]);
                return octets[..(6 + octets[5])];
            }

            return octets[..5];
        }

        return octets;
    }
}
