using FsCheck.Fluent;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ModbusResponseTests
{
    private static readonly ModbusRequest ReadThree = ModbusRequest.Read(ModbusFunction.ReadHoldingRegisters, 0x6B, 3);
    private static readonly ModbusRequest WriteOne = ModbusRequest.WriteSingle(1);
    private static readonly ModbusRequest WriteTwo = ModbusRequest.WriteMultiple(1, 2);
    private static readonly byte[] OneValue = [0, 3];
    private static readonly byte[] TwoValues = [0, 10, 1, 2];

    [Fact]
    public void TryParse_ReadExampleOfTheSpecification_GivesTheRegisters()
    {
        // V1.1b3, section 6.3.
        var pdu = Convert.FromHexString("0306022B00000064");

        Assert.True(ModbusResponse.TryParse(pdu, ReadThree, default, out var response, out _));

        Assert.Equal("022B00000064", Convert.ToHexString(response.Registers));
        Assert.Equal(ModbusExceptionCode.None, response.Exception);
        var written = new byte[8];
        Assert.True(ModbusResponse.TryWriteRead(written, ReadThree, response.Registers, out var length));
        Assert.Equal(pdu, written[..length]);
        Assert.False(ModbusResponse.TryWriteRead(new byte[7], ReadThree, response.Registers, out _));
    }

    [Theory]
    [InlineData("", HalFault.FrameTruncated)]
    [InlineData("03", HalFault.FrameTruncated)]
    [InlineData("0306022B000000", HalFault.FrameTruncated)]
    [InlineData("0306022B0000006400", HalFault.FrameTooLong)]
    [InlineData("0304022B0000", HalFault.ByteCountMismatch)]
    [InlineData("0307022B0000006400", HalFault.ByteCountMismatch)]
    [InlineData("0406022B00000064", HalFault.FunctionMismatch)]
    [InlineData("8402", HalFault.FunctionMismatch)]
    [InlineData("83", HalFault.FrameTruncated)]
    [InlineData("830200", HalFault.FrameTooLong)]
    [InlineData("8300", HalFault.ExceptionCodeUnknown)]
    [InlineData("8307", HalFault.ExceptionCodeUnknown)]
    [InlineData("83FF", HalFault.ExceptionCodeUnknown)]
    public void TryParse_AnswerThatDoesNotFitTheRead_NamesTheFault(string hex, HalFault expected)
    {
        Assert.False(ModbusResponse.TryParse(Convert.FromHexString(hex), ReadThree, default, out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData("0600010003", HalFault.None)]
    [InlineData("0600020003", HalFault.EchoMismatch)]
    [InlineData("0600010004", HalFault.EchoMismatch)]
    [InlineData("06000100", HalFault.FrameTruncated)]
    [InlineData("060001000300", HalFault.FrameTooLong)]
    public void TryParse_AnswerToSingleWrite_MustEchoAddressAndValue(string hex, HalFault expected)
    {
        Assert.Equal(expected == HalFault.None,
            ModbusResponse.TryParse(Convert.FromHexString(hex), WriteOne, OneValue, out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Theory]
    [InlineData("1000010002", HalFault.None)]
    [InlineData("1000010003", HalFault.EchoMismatch)]
    [InlineData("1000000002", HalFault.EchoMismatch)]
    public void TryParse_AnswerToMultipleWrite_MustEchoAddressAndCount(string hex, HalFault expected)
    {
        Assert.Equal(expected == HalFault.None,
            ModbusResponse.TryParse(Convert.FromHexString(hex), WriteTwo, TwoValues, out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Theory]
    [MemberData(nameof(ExceptionCodes))]
    public void TryParse_ExceptionAnswer_IsATypedResult(ModbusExceptionCode code)
    {
        Span<byte> pdu = stackalloc byte[2];
        Assert.True(ModbusResponse.TryWriteException(pdu, 3, code, out var length));

        Assert.True(ModbusResponse.TryParse(pdu[..length], ReadThree, default, out var response, out _));

        Assert.Equal(code, response.Exception);
        Assert.True(response.Registers.IsEmpty);
        Assert.Equal(code, new ModbusException(ModbusResponse.ToFault(code), 1, ReadThree).ServerException);
    }

    [Fact]
    public void TryParse_AnyOctets_NeverThrowsAndNeverGivesAnotherLength() => Properties.Hold(
        Properties.Octets(ModbusRequest.MaxPduLength),
        pdu =>
        {
            foreach (var request in new[] { ReadThree, WriteOne, WriteTwo })
            {
                var values = request.IsRead ? [] : request.Count == 1 ? OneValue : TwoValues;
                for (var first = 0; first <= 1 && pdu.Length > 0; first++)
                {
                    pdu[0] = (byte)((int)request.Function | (first << 7));
                    var isValid = ModbusResponse.TryParse(pdu, request, values, out var response, out var fault);
                    Assert.Equal(isValid, fault == HalFault.None);
                    Assert.True(response.Registers.Length is 0 or 6);
                }
            }
        });

    public static TheoryData<ModbusExceptionCode> ExceptionCodes() =>
        new(Enum.GetValues<ModbusExceptionCode>().Where(c => c != ModbusExceptionCode.None));
}
