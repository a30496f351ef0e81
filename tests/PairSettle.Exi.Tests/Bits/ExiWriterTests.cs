using System.Numerics;
using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public class ExiWriterTests
{
    [Fact]
    public void WriteHeader_IsOneOctet() => Assert.Equal(Hex("80"), Write((ref ExiWriter w) => w.WriteHeader()));

    [Fact]
    public void Finish_Nothing_IsNothing() => Assert.Empty(Write((ref ExiWriter w) => { }));

    [Fact]
    public void Finish_PartialOctet_IsFilledWithZeros() => Assert.Equal(Hex("A0"), Write((ref ExiWriter w) => w.WriteBits(5, 3)));

    [Fact]
    public void BitPosition_CountsWhatWasWritten()
    {
        var writer = new ExiWriter(new byte[100]);
        writer.WriteHeader();
        writer.WriteBits(1, 3);
        writer.WriteString(0, "0123456789", 0, 99);

        Assert.Equal(8 + 3 + 8 + 80, writer.BitPosition);
        Assert.Equal(13, writer.RequiredOctets);
    }

    [Fact]
    public void Finish_ExactDestination_Fits()
    {
        for (var bits = 0; bits <= 200; bits++)
        {
            var buffer = new byte[(bits + 7) / 8];
            var writer = new ExiWriter(buffer);
            for (var i = 0; i < bits; i++)
            {
                writer.WriteBits(1, 1);
            }

            Assert.True(writer.Finish(out var written));
            Assert.Equal(buffer.Length, written);
            Assert.Equal(Digits(new string('1', bits)), buffer);
        }
    }

    [Fact]
    public void Write_ValueOutsideItsFacets_IsTheCallersBug()
    {
        var big = ExiBytes.Copy(new byte[3]);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteNBit(8, 4, 7)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteNBitContent(2, 8, 4, 7)).Fault);
        Assert.Equal(ExiFault.UndefinedEnumerationValue, WriteFault((ref ExiWriter w) => w.WriteEnumeration(5, 3, 5)).Fault);
        Assert.Equal(ExiFault.UndefinedEnumerationValue, WriteFault((ref ExiWriter w) => w.WriteEnumeration(-1, 3, 5)).Fault);
        Assert.Equal(ExiFault.UndefinedEnumerationValue, WriteFault((ref ExiWriter w) => w.WriteEnumerationContent(2, 5, 3, 5)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteUnsigned(6, 5)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteUnsignedContent(1, 6, 5)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteInteger(6, -5, 5)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteInteger(-6, -5, 5)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteIntegerContent(1, 6, -5, 5)).Fault);
        Assert.Equal(ExiFault.ValueOutOfRange, WriteFault((ref ExiWriter w) => w.WriteBigUnsigned(BigInteger.MinusOne)).Fault);
        Assert.Equal(ExiFault.LengthOutOfRange, WriteFault((ref ExiWriter w) => w.WriteString(0, "abc", 0, 2)).Fault);
        Assert.Equal(ExiFault.LengthOutOfRange, WriteFault((ref ExiWriter w) => w.WriteString(0, "\u00E9", 2, 3)).Fault);
        Assert.Equal(ExiFault.MissingValue, WriteFault((ref ExiWriter w) => w.WriteString(0, null!, 0, 2)).Fault);
        Assert.Equal(ExiFault.MissingValue, WriteFault((ref ExiWriter w) => w.WriteStringContent(1, 0, null!, 0, 2)).Fault);
        Assert.Equal(ExiFault.LengthOutOfRange, WriteFault((ref ExiWriter w) => w.WriteBinary(big, 0, 2)).Fault);
        Assert.Equal(ExiFault.LengthOutOfRange, WriteFault((ref ExiWriter w) => w.WriteBinary(big, 4, 9)).Fault);
    }

    [Fact]
    public void WriteString_NoXmlCharacter_IsRefused()
    {
        foreach (var text in new[] { "\0", "a\x1F", "\uD83D", "\uDE00\uD83D", "\uD83Dx", "x\uFFFE", "x\uFFFF" })
        {
            Assert.Equal(ExiFault.InvalidCharacter, WriteFault((ref ExiWriter w) => w.WriteString(0, text, 0, 99)).Fault);
        }
    }

    [Fact]
    public void Fail_AfterAFault_KeepsTheFirstWithItsPlace()
    {
        var error = WriteFault((ref ExiWriter w) =>
        {
            w.WriteHeader();
            w.WriteUnsigned(6, 5);
            w.FailIn("Multiplier");
            w.FailIn("EVSEMaxCurrent");
            w.WriteUnsigned(1, 5);
            w.Fail(ExiFault.MissingValue);
        });

        Assert.Equal(new ExiError(ExiFault.ValueOutOfRange, 8, "EVSEMaxCurrent/Multiplier"), error);
    }

    [Fact]
    public void WriteString_RepeatedWithoutTable_IsWrittenInFull() =>
        Assert.Equal(
            Hex("03 41 03 41"),
            Write((ref ExiWriter w) =>
            {
                w.WriteString(0, "A", 0, 9);
                w.WriteString(0, "A", 0, 9);
            }));
}
