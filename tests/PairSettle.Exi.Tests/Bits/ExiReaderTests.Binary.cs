using PairSettle.Exi.Bits;
using PairSettle.Exi.Tests.Support;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    [Fact]
    public void ReadBinary_EveryLengthAtEveryAlignment_IsTheOctets()
    {
        for (var length = 0; length < 140; length++)
        {
            var octets = ExiBytes.Copy([.. Enumerable.Range(0, length).Select(i => (byte)(i * 37))]);
            for (var shift = 0; shift < 8; shift++)
            {
                var stream = Write((ref ExiWriter w) =>
                {
                    w.WriteBits(0, shift);
                    w.WriteBinary(octets, length, length);
                    w.WriteBits(0b101, 3);
                });

                var read = Read(stream, (ref ExiReader r) =>
                    r.ExpectZeros(shift) && r.ReadBinary(length, length) is var value && r.ReadBits(3) == 0b101 ? value : default(ExiBytes?));
                Assert.Equal(octets, read);
            }
        }
    }

    [Fact]
    public void ReadBinary_KnownBits_IsTheOctets() =>
        Assert.Equal(
            ExiBytes.FromHex("DEAD"),
            Read(Digits("010 00000010 11011110 10101101"), (ref ExiReader r) => r.ReadBits(3) == 2 ? r.ReadBinary(0, 2) : default));

    [Theory]
    [InlineData("01 AA", 2, 8)]
    [InlineData("03 AA BB CC", 0, 2)]
    [InlineData("80 80 80 80 08", 0, 2)]
    public void ReadBinary_LengthOutsideTheFacets_IsRefused(string octets, int min, int max) =>
        Assert.Equal(
            new ExiError(ExiFault.LengthOutOfRange, 0, string.Empty),
            ReadFault(Hex(octets), (ref ExiReader r) => r.ReadBinary(min, max), default));

    [Fact]
    public void ReadBinary_LongerThanTheLimit_IsRefused() =>
        Assert.Equal(
            ExiFault.BinaryTooLong,
            ReadFault(Hex("03 AA BB CC"), (ref ExiReader r) => r.ReadBinary(0, 99), default, new ExiLimits { MaxBinaryLength = 2 }).Fault);

    [Fact]
    public void ReadBinary_LongerThanTheStream_IsTruncated() =>
        Assert.Equal(
            new ExiError(ExiFault.Truncated, 0, string.Empty),
            ReadFault(Hex("03 AA BB"), (ref ExiReader r) => r.ReadBinary(0, 99), default));
}
