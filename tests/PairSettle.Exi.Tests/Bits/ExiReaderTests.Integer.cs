using System.Numerics;
using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    public static TheoryData<string, ulong> Unsigneds => new()
    {
        { "00", 0 },
        { "01", 1 },
        { "7F", 127 },
        { "80 01", 128 },
        { "FF 7F", 16383 },
        { "80 80 01", 16384 },
        { "FF FF 7F", 2097151 },
        { "80 80 80 01", 2097152 },
        { "FF FF FF FF 0F", uint.MaxValue },
        { "FF FF FF FF FF FF FF FF 7F", long.MaxValue },
        { "80 80 80 80 80 80 80 80 80 01", 1UL << 63 },
        { "FF FF FF FF FF FF FF FF FF 01", ulong.MaxValue },
    };

    public static TheoryData<string, long> Integers => new()
    {
        { "0 00000000", 0 },
        { "0 00000001", 1 },
        { "1 00000000", -1 },
        { "1 00000001", -2 },
        { "0 01111111", 127 },
        { "1 01111111", -128 },
        { "1 10000000 00000001", -129 },
        { "0 10000000 00000001", 128 },
        { "0 10000000 10000000 00000010", 32768 },
        { "1 11111111 11111111 00000001", short.MinValue },
        { "1 11111111 11111111 11111111 11111111 11111111 11111111 11111111 11111111 01111111", long.MinValue },
    };

    [Theory]
    [MemberData(nameof(Unsigneds))]
    public void ReadUnsigned_KnownOctets_IsTheValue(string octets, ulong expected)
    {
        Assert.Equal(expected, Read(Hex(octets), (ref ExiReader r) => r.ReadUnsigned(ulong.MaxValue)));
        Assert.Equal(expected, Read(Hex(octets), (ref ExiReader r) => r.ReadUnsigned(expected)));
        Assert.Equal(new BigInteger(expected), Read(Hex(octets), (ref ExiReader r) => r.ReadBigUnsigned()));
        Assert.Equal(Hex(octets), Write((ref ExiWriter w) => w.WriteUnsigned(expected, expected)));
        Assert.Equal(Hex(octets), Write((ref ExiWriter w) => w.WriteBigUnsigned(expected)));
    }

    [Theory]
    [MemberData(nameof(Integers))]
    public void ReadInteger_KnownBits_IsTheValue(string bits, long expected)
    {
        Assert.Equal(expected, Read(Digits(bits), (ref ExiReader r) => r.ReadInteger(expected, expected)));
        Assert.Equal(new BigInteger(expected), Read(Digits(bits), (ref ExiReader r) => r.ReadBigInteger()));
        Assert.Equal(Digits(bits), Write((ref ExiWriter w) => w.WriteInteger(expected, expected, expected)));
        Assert.Equal(Digits(bits), Write((ref ExiWriter w) => w.WriteBigInteger(expected)));
    }

    [Theory]
    [MemberData(nameof(Unsigneds))]
    public void ReadUnsigned_AboveTheMaximum_IsRefused(string octets, ulong value)
    {
        if (value == 0)
        {
            return;
        }

        foreach (var stream in new[] { octets, octets + "FFFFFFFFFFFFFFFF" })
        {
            Assert.Equal(
                new ExiError(ExiFault.ValueOutOfRange, 0, string.Empty),
                ReadFault(Hex(stream), (ref ExiReader r) => r.ReadUnsigned(value - 1), 0UL));
        }
    }

    [Theory]
    [InlineData("80 00")]
    [InlineData("FF 00")]
    [InlineData("80 80 00")]
    [InlineData("81 80 80 00")]
    [InlineData("FF FF FF FF FF FF FF FF FF 00")]
    public void ReadUnsigned_LongerThanNeeded_IsRefused(string octets)
    {
        foreach (var stream in new[] { octets, octets + "FFFFFFFFFFFFFFFF" })
        {
            Assert.Equal(
                new ExiError(ExiFault.NonCanonicalInteger, 0, string.Empty),
                ReadFault(Hex(stream), (ref ExiReader r) => r.ReadUnsigned(ulong.MaxValue), 0UL));
            Assert.Equal(
                ExiFault.NonCanonicalInteger,
                ReadFault(Hex(stream), (ref ExiReader r) => r.ReadBigUnsigned(), BigInteger.Zero).Fault);
        }
    }

    [Theory]
    [InlineData("FF FF FF FF FF FF FF FF FF 02")]
    [InlineData("FF FF FF FF FF FF FF FF FF FF 01")]
    [InlineData("80 80 80 80 80 80 80 80 80 80 80 80 80 80 01")]
    public void ReadUnsigned_MoreThan64Bits_IsOutOfRange(string octets) =>
        Assert.Equal(
            ExiFault.ValueOutOfRange,
            ReadFault(Hex(octets), (ref ExiReader r) => r.ReadUnsigned(ulong.MaxValue), 0UL).Fault);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 3)]
    [InlineData(short.MinValue, -200)]
    public void ReadInteger_OutsideTheRange_IsRefused(long min, long max)
    {
        foreach (var value in new[] { min - 1, max + 1 })
        {
            var stream = Write((ref ExiWriter w) => w.WriteInteger(value, value, value));

            Assert.Equal(
                new ExiError(ExiFault.ValueOutOfRange, 0, string.Empty),
                ReadFault(stream, (ref ExiReader r) => r.ReadInteger(min, max), 0L));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void ReadInteger_OutsideSixtyFourBits_IsRefusedAtItsSign(string sign)
    {
        // 2^63 in ten octets: one more than a long holds, and for a negative one the magnitude of long.MinValue - 1.
        var stream = Digits(sign + string.Concat(Enumerable.Repeat("10000000", 9)) + "00000001");

        Assert.Equal(
            new ExiError(ExiFault.ValueOutOfRange, 0, string.Empty),
            ReadFault(stream, (ref ExiReader r) => r.ReadInteger(long.MinValue, long.MaxValue), 0L));
    }

    [Fact]
    public void ReadBigInteger_TwoHundredBits_IsTheValue()
    {
        var value = (BigInteger.One << 199) + 0x123456789ABCDEF;
        var stream = Write((ref ExiWriter w) => w.WriteBigInteger(-value));

        Assert.Equal(-value, Read(stream, (ref ExiReader r) => r.ReadBigInteger()));
    }

    [Theory]
    [InlineData(160, 160, true)]
    [InlineData(160, 175, false)]
    [InlineData(4096, 4096, true)]
    [InlineData(4096, 5000, false)]
    public void ReadBigUnsigned_LongerThanTheLimit_IsRefused(int limit, int bits, bool accepted)
    {
        var value = BigInteger.One << (bits - 1);
        var stream = Write((ref ExiWriter w) => w.WriteBigUnsigned(value));
        var reader = new ExiReader(stream, new ExiLimits { MaxIntegerBits = limit });

        Assert.Equal(accepted ? value : BigInteger.Zero, reader.ReadBigUnsigned());
        Assert.Equal(accepted ? ExiFault.None : ExiFault.IntegerTooLong, reader.Error.Fault);
    }
}
