using System.Numerics;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Codecs;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    [Theory]
    [InlineData("00 0011 0", 3u)]
    [InlineData("00 0110 0", 6u)]
    public void ReadNBitContent_WholeElement_IsTheValue(string bits, uint expected) =>
        Assert.Equal(expected, Read(Digits(bits), (ref ExiReader r) => r.ReadNBitContent(2, 4, 6)));

    [Theory]
    [InlineData("10 0011 0", ExiFault.UndeclaredContent, 0)]
    [InlineData("01 0011 0", ExiFault.UndeclaredContent, 1)]
    [InlineData("00 0111 0", ExiFault.ValueOutOfRange, 2)]
    [InlineData("00 0011 1", ExiFault.UndeclaredContent, 6)]
    public void ReadNBitContent_AnyFault_StandsWhereItIs(string bits, ExiFault fault, int offset)
    {
        foreach (var stream in new[] { bits, bits + Ones })
        {
            Assert.Equal(
                new ExiError(fault, offset, string.Empty),
                ReadFault(Digits(stream), (ref ExiReader r) => r.ReadNBitContent(2, 4, 6), 0u));
            Assert.Equal(
                fault == ExiFault.ValueOutOfRange ? ExiFault.UndefinedEnumerationValue : fault,
                ReadFault(Digits(stream), (ref ExiReader r) => r.ReadEnumerationContent(2, 4, 7), 0).Fault);
        }
    }

    [Theory]
    [InlineData("0 00000101 0", 5UL)]
    [InlineData("0 10000000 00000001 0", 128UL)]
    [InlineData("0 10000000 10000000 00000001 0", 16384UL)]
    [InlineData("0 10000000 10000000 10000000 00000001 0", 2097152UL)]
    public void ReadUnsignedContent_WholeElement_IsTheValue(string bits, ulong expected)
    {
        Assert.Equal(expected, Read(Digits(bits), (ref ExiReader r) => r.ReadUnsignedContent(1, expected)));
        Assert.Equal(expected, new ExiReader(Digits(bits + Ones), ExiLimits.Default).ReadUnsignedContent(1, expected));
        Assert.Equal(Digits(bits), Write((ref ExiWriter w) => w.WriteUnsignedContent(1, expected, expected)));
    }

    [Theory]
    [InlineData("0 00000101 1", 9UL, ExiFault.UndeclaredContent, 9)]
    [InlineData("1 00000101 0", 9UL, ExiFault.UndeclaredContent, 0)]
    [InlineData("0 00001010 0", 9UL, ExiFault.ValueOutOfRange, 1)]
    [InlineData("0 10000001 00000000 0", 9UL, ExiFault.NonCanonicalInteger, 1)]
    [InlineData("0 10000001 10000001 00000000 0", 9UL, ExiFault.NonCanonicalInteger, 1)]
    [InlineData("0 10000000 10000000 10000000 10000000 00000001 0", 9UL, ExiFault.ValueOutOfRange, 1)]
    public void ReadUnsignedContent_AnyFault_StandsWhereItIs(string bits, ulong max, ExiFault fault, int offset)
    {
        foreach (var stream in new[] { bits, bits + Ones })
        {
            Assert.Equal(
                new ExiError(fault, offset, string.Empty),
                ReadFault(Digits(stream), (ref ExiReader r) => r.ReadUnsignedContent(1, max), 0UL));
        }
    }

    [Theory]
    [InlineData("00 0 00000101 0", 5L)]
    [InlineData("00 1 00000101 0", -6L)]
    [InlineData("00 1 11111111 11111111 00000001 0", -32768L)]
    [InlineData("00 0 10000000 10000000 10000000 00000001 0", 2097152L)]
    public void ReadIntegerContent_WholeElement_IsTheValue(string bits, long expected)
    {
        Assert.Equal(expected, Read(Digits(bits), (ref ExiReader r) => r.ReadIntegerContent(2, expected, expected)));
        Assert.Equal(expected, new ExiReader(Digits(bits + Ones), ExiLimits.Default).ReadIntegerContent(2, expected, expected));
        Assert.Equal(Digits(bits), Write((ref ExiWriter w) => w.WriteIntegerContent(2, expected, expected, expected)));
    }

    [Theory]
    [InlineData("00 0 00001010 0", ExiFault.ValueOutOfRange, 2)]
    [InlineData("00 1 00001010 0", ExiFault.ValueOutOfRange, 2)]
    [InlineData("00 0 00001001 1", ExiFault.UndeclaredContent, 11)]
    [InlineData("01 0 00001001 0", ExiFault.UndeclaredContent, 1)]
    [InlineData("00 0 10001001 00000000 0", ExiFault.NonCanonicalInteger, 3)]
    public void ReadIntegerContent_AnyFault_StandsWhereItIs(string bits, ExiFault fault, int offset)
    {
        foreach (var stream in new[] { bits, bits + Ones })
        {
            Assert.Equal(
                new ExiError(fault, offset, string.Empty),
                ReadFault(Digits(stream), (ref ExiReader r) => r.ReadIntegerContent(2, -10, 9), 0L));
        }
    }

    [Theory]
    [InlineData("00 00000010 0")]
    [InlineData("01 000")]
    public void ReadStringContent_EitherFormOfEmpty_IsEmpty(string bits)
    {
        Assert.Equal(string.Empty, Read(Digits(bits), (ref ExiReader r) => r.ReadStringContent(2, 0, 0, 9)));
        Assert.Equal(
            new ExiError(ExiFault.LengthOutOfRange, bits[1] == '1' ? 1 : 2, string.Empty),
            ReadFault(Digits(bits), (ref ExiReader r) => r.ReadStringContent(2, 0, 1, 9), string.Empty));
    }

    [Theory]
    [InlineData("00 00000000 0")]
    [InlineData("01 000")]
    public void ReadBinaryContent_EitherFormOfEmpty_IsEmpty(string bits)
    {
        Assert.Equal(ExiBytes.Empty, Read(Digits(bits), (ref ExiReader r) => r.ReadBinaryContent(2, 0, 9)));
        Assert.Equal(
            ExiFault.LengthOutOfRange,
            ReadFault(Digits(bits), (ref ExiReader r) => r.ReadBinaryContent(2, 1, 9), ExiBytes.Empty).Fault);
    }

    [Theory]
    [InlineData("01 000", false)]
    [InlineData("01 110 00000010 100", false)]
    [InlineData("01 000", true)]
    [InlineData("01 100 00000010 100", true)]
    [InlineData("00 00000010 0", false)]
    public void ReadStringContent_EmptyThatIsTooShort_IsAcceptedWhereAllowed(string bits, bool afterAttributes)
    {
        Assert.Equal(string.Empty, Read(Digits(bits), (ref ExiReader r) => r.ReadStringContent(2, 0, 7, 37, true, afterAttributes)));
        Assert.Equal(
            ExiFault.LengthOutOfRange,
            ReadFault(Digits(bits), (ref ExiReader r) => r.ReadStringContent(2, 0, 7, 37, false, afterAttributes), string.Empty).Fault);
    }

    [Fact]
    public void ReadContent_ShortButNotEmpty_IsRefusedEvenWhereEmptyIsAllowed()
    {
        Assert.Equal(
            new ExiError(ExiFault.LengthOutOfRange, 2, string.Empty),
            ReadFault(Digits("00 00000011 01000001 0"), (ref ExiReader r) => r.ReadStringContent(2, 0, 7, 37, true), string.Empty));
        Assert.Equal(
            new ExiError(ExiFault.LengthOutOfRange, 2, string.Empty),
            ReadFault(Digits("00 00000001 01000001 0"), (ref ExiReader r) => r.ReadBinaryContent(2, 7, 37, true), ExiBytes.Empty));
        Assert.Equal(ExiFault.LengthOutOfRange, WriteFault((ref ExiWriter w) => w.WriteStringContent(2, 0, "A", 7, 37, true)).Fault);
        Assert.Equal(ExiFault.LengthOutOfRange, WriteFault((ref ExiWriter w) => w.WriteBinaryContent(2, ExiBytes.Copy([1]), 7, 37, true)).Fault);
    }

    [Theory]
    [InlineData("01 110 00000011 01000001 100")]
    [InlineData("01 110 00000010 000")]
    [InlineData("01 101 00000010 100")]
    public void ReadStringContent_AnythingElseWithoutType_IsUndeclaredContent(string bits) =>
        Assert.Equal(
            new ExiError(ExiFault.UndeclaredContent, 1, string.Empty),
            ReadFault(Digits(bits), (ref ExiReader r) => r.ReadStringContent(2, 0, 0, 37), string.Empty));

    [Fact]
    public void ReadUnsignedContent_BelowTheMinimum_IsRefused()
    {
        foreach (var value in new[] { 4UL, 300UL })
        {
            var stream = Write((ref ExiWriter w) => w.WriteUnsignedContent(1, value, value));

            Assert.Equal(value, Read(stream, (ref ExiReader r) => r.ReadUnsignedContent(1, value, value)));
            Assert.Equal(
                new ExiError(ExiFault.ValueOutOfRange, 1, string.Empty),
                ReadFault(stream, (ref ExiReader r) => r.ReadUnsignedContent(1, value + 1, ulong.MaxValue), 0UL));
            Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteUnsignedContent(1, value, value + 1, 999)).Fault);
            Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteUnsigned(value, value + 1, 999)).Fault);
        }
    }

    [Fact]
    public void ReadBigIntegerContent_WholeElement_IsTheValue()
    {
        var value = -(BigInteger.One << 130);
        var stream = Write((ref ExiWriter w) => w.WriteBigIntegerContent(2, value));

        Assert.Equal(value, Read(stream, (ref ExiReader r) => r.ReadBigIntegerContent(2)));
        stream[^1] ^= 0xFF;
        Assert.Equal(ExiFault.UndeclaredContent, ReadFault(stream, (ref ExiReader r) => r.ReadBigIntegerContent(2), BigInteger.Zero).Fault);
    }

    [Theory]
    [InlineData("10 000", 0)]
    [InlineData("01 001", 1)]
    [InlineData("01 111", 1)]
    [InlineData("00 00000011 01000001 1", 18)]
    public void ReadStringContent_AnotherEvent_IsUndeclaredContent(string bits, int offset)
    {
        var reader = new ExiReader(Digits(bits), ExiLimits.Default);
        _ = reader.ReadStringContent(2, 0, 0, 9);

        Assert.Equal(new ExiError(ExiFault.UndeclaredContent, offset, string.Empty), reader.Error);
    }

    [Theory]
    [InlineData(ExiEmptyContent.Characters, "00 00000010 0", "00 00000000 0")]
    [InlineData(ExiEmptyContent.EndTag, "01 000", "01 000")]
    public void WriteContent_EmptyText_HasTheFormThatWasAskedFor(ExiEmptyContent form, string text, string binary)
    {
        Assert.Equal(Digits(text), Write((ref ExiWriter w) => w.WriteStringContent(2, 0, string.Empty, 0, 9), empty: form));
        Assert.Equal(Digits(binary), Write((ref ExiWriter w) => w.WriteBinaryContent(2, ExiBytes.Empty, 0, 9), empty: form));
    }

    [Theory]
    [InlineData("00 00000010 0 01 000 01 110 00000010 100", false)]
    [InlineData("01 100 00000010 100 00 00000010 0 01 000", true)]
    public void WriteStringContent_WithTheVariantsThatWereRead_RepeatsThem(string bits, bool afterAttributes)
    {
        var stream = Digits(bits);
        var variants = new ExiVariants();
        var reader = new ExiReader(stream, ExiLimits.Default, new ExiStringTable(variants: variants));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(string.Empty, reader.ReadStringContent(2, 0, 0, 9, afterAttributes: afterAttributes));
        }

        Assert.True(reader.Finish(), reader.Error.ToString());
        Assert.Equal(2, variants.Items.Length);
        Assert.Equal(stream, Write(
            (ref ExiWriter w) =>
            {
                for (var i = 0; i < 3; i++)
                {
                    w.WriteStringContent(2, 0, string.Empty, 0, 9, afterAttributes: afterAttributes);
                }
            },
            new ExiStringTable(variants: variants)));
    }
}
