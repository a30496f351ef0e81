using System.Numerics;
using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    [Theory]
    [InlineData("101 00001", 3, ExiTolerance.Padding)]
    [InlineData("101 00000 00000000", 3, ExiTolerance.TrailingOctets)]
    [InlineData("10100000 11111111", 8, ExiTolerance.TrailingOctets)]
    [InlineData("101 00001 00000000", 3, ExiTolerance.Padding | ExiTolerance.TrailingOctets)]
    public void Finish_WhatIsTolerated_IsTrueForExactlyThat(string stream, int bits, ExiTolerance tolerance)
    {
        for (var granted = ExiTolerance.None; granted <= (ExiTolerance.Padding | ExiTolerance.TrailingOctets | ExiTolerance.LongIntegers); granted++)
        {
            var reader = new ExiReader(Digits(stream), ExiLimits.Default with { Tolerance = granted });
            _ = reader.ReadBits(bits);

            Assert.Equal((granted & tolerance) == tolerance, reader.Finish());
        }
    }

    [Theory]
    [InlineData("80 00", 0)]
    [InlineData("FF 00", 127)]
    [InlineData("81 80 80 00", 1)]
    [InlineData("FF FF FF FF FF FF FF FF FF 01", ulong.MaxValue)]
    [InlineData("FF FF FF FF FF FF FF FF FF 81 80 80 00", ulong.MaxValue)]
    [InlineData("85 80 80 80 80 80 80 80 80 80 80 80 80 00", 5)]
    public void ReadUnsigned_LongIntegersTolerated_IsTheValue(string octets, ulong value)
    {
        var reader = new ExiReader(Hex(octets), ExiLimits.Default with { Tolerance = ExiTolerance.LongIntegers });

        Assert.Equal(value, reader.ReadUnsigned(ulong.MaxValue));
        Assert.True(reader.Finish());

        reader = new ExiReader(Hex(octets), ExiLimits.Default with { Tolerance = ExiTolerance.LongIntegers });
        Assert.Equal(new BigInteger(value), reader.ReadBigUnsigned());
        Assert.True(reader.Finish());
    }

    [Theory]
    [InlineData("FF FF FF FF FF FF FF FF FF 02", ExiFault.ValueOutOfRange)]
    [InlineData("FF FF FF FF FF FF FF FF FF 82 00", ExiFault.ValueOutOfRange)]
    [InlineData("80 80 80 80 80 80 80 80 80 80 01", ExiFault.ValueOutOfRange)]
    [InlineData("80 80 80 80 80 80 80 80 80 80 80 80", ExiFault.Truncated)]
    public void ReadUnsigned_LongIntegersTolerated_HasABoundAllTheSame(string octets, ExiFault fault)
    {
        var reader = new ExiReader(Hex(octets), ExiLimits.Default with { Tolerance = ExiTolerance.LongIntegers });

        Assert.Equal(0UL, reader.ReadUnsigned(ulong.MaxValue));
        Assert.Equal(fault, reader.Error.Fault);
    }

    [Fact]
    public void ReadUnsigned_LongIntegersTolerated_StillHasAMaximum()
    {
        var reader = new ExiReader(Hex("85 00"), ExiLimits.Default with { Tolerance = ExiTolerance.LongIntegers });

        Assert.Equal(0UL, reader.ReadUnsigned(4));
        Assert.Equal(ExiFault.ValueOutOfRange, reader.Error.Fault);
    }
}
