using System.Numerics;
using FsCheck.Fluent;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Modbus;

public class ScaledRegisterTests
{
    [Theory]
    [InlineData(ModbusRegisterType.UInt16, 0, "FFFF", 65_535, 1)]
    [InlineData(ModbusRegisterType.Int16, 0, "FFFF", -1, 1)]
    [InlineData(ModbusRegisterType.Int16, 1, "8000", -327_680, 10)]
    [InlineData(ModbusRegisterType.UInt32, 1, "00010000", 655_360, 10)]
    [InlineData(ModbusRegisterType.Int32, -1, "FFFFFFF1", -2, 1)]
    [InlineData(ModbusRegisterType.Int32, -1, "FFFFFFFB", 0, 1)]
    [InlineData(ModbusRegisterType.Int32, -1, "0000000F", 2, 1)]
    [InlineData(ModbusRegisterType.Int32, -2, "7FFFFFFE", 21_474_836, 1)]
    [InlineData(ModbusRegisterType.UInt64, 1, "00000000075BCD15", 1_234_567_890, 10)]
    [InlineData(ModbusRegisterType.Int64, 0, "8000000000000001", -long.MaxValue, 1)]
    [InlineData(ModbusRegisterType.Float32, 3, "3F800000", 1_000, 1)]
    [InlineData(ModbusRegisterType.Float32, 3, "C2C80000", -100_000, 1)]
    [InlineData(ModbusRegisterType.Float32, 3, "4640E6B6", 12_345_678, 1)] // 12345.678 kWh, stored as 12345.677734375
    [InlineData(ModbusRegisterType.Float32, 3, "3A83126F", 1, 1)] // 0.001 kWh
    [InlineData(ModbusRegisterType.Float32, 0, "3F000000", 0, 1)] // 0.5 W: halves to even
    [InlineData(ModbusRegisterType.Float32, 0, "3FC00000", 2, 1)] // 1.5 W
    [InlineData(ModbusRegisterType.Float32, 0, "40200000", 2, 1)] // 2.5 W
    [InlineData(ModbusRegisterType.Float32, 3, "00000001", 0, 1)] // the least subnormal number
    [InlineData(ModbusRegisterType.Float32, 3, "80000000", 0, 1)] // negative zero
    [InlineData(ModbusRegisterType.Float64, 3, "40C81CD6C8B43958", 12_345_678, 1)] // 12345.678 kWh
    [InlineData(ModbusRegisterType.Float64, 3, "0000000000000001", 0, 1)]
    public void TryDecode_KnownBits_GivesTheRoundedValueAndItsStep(
        ModbusRegisterType type, int exponent, string hex, long expected, long step)
    {
        var register = Register(type, exponent);

        Assert.True(register.TryDecode(Words(hex), out var value, out var resolution, out var fault), fault.ToString());

        Assert.Equal((expected, step), (value, resolution));
    }

    // float32 kWh: the step doubles at every power of two from 16,384 kWh on.
    [Theory]
    [InlineData(8_192f, 1)]
    [InlineData(16_383.9f, 1)]
    [InlineData(16_384f, 2)]
    [InlineData(32_768f, 4)]
    [InlineData(200_000f, 16)]
    [InlineData(9_999_999f, 1_000)]
    public void TryDecode_Float32KilowattHours_TellsTheResolutionOfTheCounter(float kilowattHours, long stepWh)
    {
        var words = new ushort[2];
        var register = Register(ModbusRegisterType.Float32, 3);
        register.Register.WriteBits(BitConverter.SingleToUInt32Bits(kilowattHours), words);

        Assert.True(register.TryDecode(words, out _, out var resolution, out _));

        Assert.Equal(stepWh, resolution);
    }

    [Theory]
    [InlineData(ModbusRegisterType.Float32, 0, "7FC00000", HalFault.MeterValueAbsent)]
    [InlineData(ModbusRegisterType.Float32, 0, "7F800000", HalFault.MeterValueAbsent)]
    [InlineData(ModbusRegisterType.Float32, 0, "FF800000", HalFault.MeterValueAbsent)]
    [InlineData(ModbusRegisterType.Float64, 0, "7FF0000000000000", HalFault.MeterValueAbsent)]
    [InlineData(ModbusRegisterType.Float32, 3, "7F7FFFFF", HalFault.MeterValueOutOfRange)]
    [InlineData(ModbusRegisterType.Float32, -9, "7F7FFFFF", HalFault.MeterValueOutOfRange)]
    [InlineData(ModbusRegisterType.Float32, 0, "5F000000", HalFault.MeterValueOutOfRange)] // 2^63
    [InlineData(ModbusRegisterType.Float64, 9, "7FEFFFFFFFFFFFFF", HalFault.MeterValueOutOfRange)]
    [InlineData(ModbusRegisterType.UInt64, 0, "8000000000000000", HalFault.MeterValueOutOfRange)]
    [InlineData(ModbusRegisterType.UInt64, 1, "0CCCCCCCCCCCCCCD", HalFault.MeterValueOutOfRange)]
    public void TryDecode_NoNumberOrTooGreat_NamesTheFault(ModbusRegisterType type, int exponent, string hex, HalFault expected)
    {
        Assert.False(Register(type, exponent).TryDecode(Words(hex), out _, out _, out var fault));

        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryDecode_AbsentMarker_IsAbsent()
    {
        var register = Register(ModbusRegisterType.UInt32, 1) with { AbsentBits = uint.MaxValue };

        Assert.False(register.TryDecode(Words("FFFFFFFF"), out _, out _, out var fault));
        Assert.Equal(HalFault.MeterValueAbsent, fault);
        Assert.True(register.TryDecode(Words("FFFFFFFE"), out _, out _, out _));
    }

    [Theory]
    [InlineData(ModbusRegisterType.Float32)]
    [InlineData(ModbusRegisterType.Float64)]
    public void TryDecode_AnyFloatBits_RoundsTheExactValueOnce(ModbusRegisterType type) => Properties.Hold(
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from exponent in Gen.Choose(-9, 9)
        select (Bits: (ulong)(uint)high << 32 | (uint)low, exponent),
        input =>
        {
            var isSingle = type == ModbusRegisterType.Float32;
            var bits = isSingle ? input.Bits & uint.MaxValue : input.Bits;
            var register = Register(type, input.exponent);
            var words = new ushort[register.Register.Count];
            register.Register.WriteBits(bits, words);
            var real = isSingle ? BitConverter.UInt32BitsToSingle((uint)bits) : BitConverter.UInt64BitsToDouble(bits);
            var expected = double.IsFinite(real) ? ExactlyRounded(real, input.exponent) : (BigInteger?)null;

            var isDecoded = register.TryDecode(words, out var value, out _, out var fault);

            if (expected is not { } exact)
            {
                Assert.Equal(HalFault.MeterValueAbsent, fault);
            }
            else if (BigInteger.Abs(exact) > long.MaxValue)
            {
                Assert.Equal(HalFault.MeterValueOutOfRange, fault);
            }
            else
            {
                Assert.True(isDecoded);
                Assert.Equal(exact, value);
            }
        });

    [Theory]
    [InlineData(ModbusRegisterType.UInt64, 1)]
    [InlineData(ModbusRegisterType.Int32, 2)]
    [InlineData(ModbusRegisterType.Int32, 0)]
    [InlineData(ModbusRegisterType.Float32, 3)]
    [InlineData(ModbusRegisterType.Float64, 3)]
    public void TryEncode_AnyCounter_DecodesToWithinItsStep(ModbusRegisterType type, int exponent) => Properties.Hold(
        Gen.Choose(0, int.MaxValue).Select(v => (long)v),
        value =>
        {
            var register = Register(type, exponent);
            var words = new ushort[register.Register.Count];

            Assert.True(register.TryEncode(value, words));
            Assert.True(register.TryDecode(words, out var decoded, out var step, out _));

            Assert.InRange(Math.Abs(decoded - value), 0, step - 1);
        });

    [Theory]
    [InlineData(ModbusRegisterType.UInt16, -1)]
    [InlineData(ModbusRegisterType.UInt16, 65_536)]
    [InlineData(ModbusRegisterType.Int16, 32_768)]
    [InlineData(ModbusRegisterType.UInt32, -1)]
    [InlineData(ModbusRegisterType.Int32, 2_147_483_648)]
    [InlineData(ModbusRegisterType.UInt64, -1)]
    public void TryEncode_ValueThatDoesNotFit_ReturnsFalse(ModbusRegisterType type, long value)
    {
        var register = Register(type, 0);

        Assert.False(register.TryEncode(value, new ushort[register.Register.Count]));
    }

    [Fact]
    public void TryDecode_ExponentOutsideTheTable_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Register(ModbusRegisterType.UInt16, 10).TryDecode([1], out _, out _, out _));

    private static ScaledRegister Register(ModbusRegisterType type, int exponent) =>
        new(new(ModbusFunction.ReadInputRegisters, 0, type), exponent);

    private static ushort[] Words(string hex) =>
        [.. Convert.FromHexString(hex).Chunk(2).Select(pair => (ushort)(pair[0] << 8 | pair[1]))];

    /// <summary>An independent way to the same number: arbitrary precision, then one rounding, halves to even.</summary>
    private static BigInteger ExactlyRounded(double real, int exponent)
    {
        // Every finite double is an integer multiple of 2^-1074.
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(real));
        var biased = (int)(bits >> 52);
        BigInteger numerator = biased == 0 ? bits : (bits & ((1UL << 52) - 1)) | 1UL << 52;
        numerator <<= Math.Max(biased, 1) - 1;
        var denominator = BigInteger.One << 1074;
        numerator *= exponent > 0 ? BigInteger.Pow(10, exponent) : 1;
        denominator *= exponent < 0 ? BigInteger.Pow(10, -exponent) : 1;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var half = (remainder * 2).CompareTo(denominator);
        quotient += half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0;
        return real < 0 ? -quotient : quotient;
    }
}
