using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ModbusRegisterTests
{
    [Theory]
    [InlineData(ModbusRegisterType.Int32, ModbusWordOrder.MostSignificantFirst, new ushort[] { 0x1234, 0x5678 }, 0x1234_5678UL)]
    [InlineData(ModbusRegisterType.Int32, ModbusWordOrder.LeastSignificantFirst, new ushort[] { 0x5678, 0x1234 }, 0x1234_5678UL)]
    [InlineData(ModbusRegisterType.UInt64, ModbusWordOrder.MostSignificantFirst, new ushort[] { 1, 2, 3, 4 }, 0x0001_0002_0003_0004UL)]
    [InlineData(ModbusRegisterType.UInt64, ModbusWordOrder.LeastSignificantFirst, new ushort[] { 4, 3, 2, 1 }, 0x0001_0002_0003_0004UL)]
    [InlineData(ModbusRegisterType.UInt16, ModbusWordOrder.LeastSignificantFirst, new ushort[] { 0xABCD }, 0xABCDUL)]
    public void ReadBits_EitherWordOrder_PutsTheWordsTogether(
        ModbusRegisterType type, ModbusWordOrder order, ushort[] words, ulong expected)
    {
        var register = new ModbusRegister(ModbusFunction.ReadInputRegisters, 0, type, order);

        Assert.Equal(expected, register.ReadBits(words));

        var written = new ushort[words.Length];
        register.WriteBits(expected, written);
        Assert.Equal(words, written);
    }

    [Fact]
    public void ReadBits_WrongNumberOfWords_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ModbusRegister(ModbusFunction.ReadInputRegisters, 0, ModbusRegisterType.Int32).ReadBits([1]));
}
