using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    [Fact]
    public void ReadHeader_DefaultOptions_IsOneOctet() =>
        Assert.True(Read(Hex("80"), (ref ExiReader r) => r.ReadHeader()));

    [Theory]
    [InlineData("24 45 58 49 80", ExiFault.UnsupportedCookie)]
    [InlineData("24 45 58 48 80", ExiFault.InvalidHeader)]
    [InlineData("00", ExiFault.InvalidHeader)]
    [InlineData("40", ExiFault.InvalidHeader)]
    [InlineData("C0", ExiFault.InvalidHeader)]
    [InlineData("A0", ExiFault.UnsupportedOptions)]
    [InlineData("81", ExiFault.UnsupportedVersion)]
    [InlineData("90", ExiFault.UnsupportedVersion)]
    [InlineData("", ExiFault.Truncated)]
    public void ReadHeader_AnyOther_NamesTheReason(string stream, ExiFault fault)
    {
        var error = ReadFault(Hex(stream), (ref ExiReader r) => r.ReadHeader(), false);

        Assert.Equal(new ExiError(fault, 0, string.Empty), error);
    }

    [Fact]
    public void Finish_ZeroPadding_IsTrue() => Read(Digits("101"), (ref ExiReader r) => r.ReadBits(3));

    [Theory]
    [InlineData("101 00001", 3, ExiFault.NonZeroPadding, 3)]
    [InlineData("101 10000", 3, ExiFault.NonZeroPadding, 3)]
    [InlineData("101 00000 00000000", 3, ExiFault.TrailingOctets, 8)]
    [InlineData("10100000 00000000", 8, ExiFault.TrailingOctets, 8)]
    public void Finish_AnythingLeft_NamesTheReason(string stream, int bits, ExiFault fault, int offset)
    {
        var reader = new ExiReader(Digits(stream), ExiLimits.Default);
        _ = reader.ReadBits(bits);

        Assert.False(reader.Finish());
        Assert.Equal(new ExiError(fault, offset, string.Empty), reader.Error);
    }

    [Fact]
    public void Fail_AfterAFault_KeepsTheFirst()
    {
        var reader = new ExiReader(Hex("0102030405060708090A0B0C"), ExiLimits.Default);
        _ = reader.ReadBits(5);

        Assert.False(reader.Fail(ExiFault.InvalidChoice));
        Assert.False(reader.Fail(ExiFault.MissingValue));
        Assert.Equal(new ExiError(ExiFault.InvalidChoice, 5, string.Empty), reader.Error);
    }

    [Fact]
    public void Read_AfterAFault_GivesDefaultsAndStaysInPlace()
    {
        var reader = new ExiReader(Hex("FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF"), ExiLimits.Default);
        _ = reader.ReadBits(7);
        reader.Fail(ExiFault.InvalidChoice);

        Assert.False(reader.ReadHeader());
        Assert.Equal(0u, reader.ReadBits(0));
        Assert.Equal(0u, reader.ReadBits(5));
        Assert.False(reader.ReadBoolean());
        Assert.Equal(-1, reader.ReadEventCode(2, 3));
        Assert.Equal(-1, reader.ReadEventCode(0, 1));
        Assert.False(reader.ExpectZero(1));
        Assert.Equal(0u, reader.ReadNBit(4, 15));
        Assert.Equal(0, reader.ReadEnumeration(4, 16));
        Assert.Equal(0UL, reader.ReadUnsigned(ulong.MaxValue));
        Assert.Equal(0L, reader.ReadInteger(long.MinValue, long.MaxValue));
        Assert.Equal(0L, reader.ReadInteger(5, 9));
        Assert.True(reader.ReadBigInteger().IsZero);
        Assert.True(reader.ReadBigUnsigned().IsZero);
        Assert.Equal(string.Empty, reader.ReadString(0, 0, 99));
        Assert.Equal(0, reader.ReadBinary(0, 99).Length);
        Assert.Equal(0u, reader.ReadNBitContent(2, 4, 15));
        Assert.Equal(0, reader.ReadEnumerationContent(2, 4, 16));
        Assert.False(reader.ReadBooleanContent(2));
        Assert.Equal(0UL, reader.ReadUnsignedContent(2, ulong.MaxValue));
        Assert.Equal(0L, reader.ReadIntegerContent(2, long.MinValue, long.MaxValue));
        Assert.Equal(string.Empty, reader.ReadStringContent(2, 0, 0, 99));
        Assert.Equal(0, reader.ReadBinaryContent(2, 0, 99).Length);
        Assert.Equal(7, reader.BitPosition);
        Assert.Equal(new ExiError(ExiFault.InvalidChoice, 7, string.Empty), reader.Error);
    }

    [Fact]
    public void FailIn_WhileCallsUnwind_NamesThePathFromTheOutside()
    {
        var reader = new ExiReader(Hex("00"), ExiLimits.Default);
        reader.Fail(ExiFault.MissingValue);
        reader.FailIn("EVSEStatus");
        reader.FailIn("Body");

        Assert.Equal("Body/EVSEStatus", reader.Error.Path);
    }

    [Fact]
    public void FailIn_NamesAroundNames_KeepTheInnerOnesOfALongPath()
    {
        var reader = new ExiReader(Hex("80"), ExiLimits.Default);
        reader.Fail(ExiFault.Truncated);

        for (var depth = 0; depth < 5_000; depth++)
        {
            reader.FailIn(depth == 0 ? "KeyName" : "KeyInfo");
        }

        Assert.StartsWith(".../KeyInfo/", reader.Error.Path, StringComparison.Ordinal);
        Assert.EndsWith("/KeyInfo/KeyName", reader.Error.Path, StringComparison.Ordinal);
        Assert.InRange(reader.Error.Path.Length, 200, 250);
    }

    [Fact]
    public void FailIn_UndeclaredNames_AreOneStar()
    {
        var reader = new ExiReader(Hex("80"), ExiLimits.Default);
        reader.Fail(ExiFault.Truncated);

        foreach (var name in new[] { "KeyName", "*", "*", "*", "Object" })
        {
            reader.FailIn(name);
        }

        Assert.Equal("Object/*/KeyName", reader.Error.Path);
    }

    [Fact]
    public void Read_MoreOctetsThanTheLimit_IsRefusedAtOnce()
    {
        var limits = new ExiLimits { MaxOctets = 4 };

        Assert.Equal(
            new ExiError(ExiFault.TooManyOctets, 0, string.Empty),
            ReadFault(Hex("8000000000"), (ref ExiReader r) => r.ReadHeader(), false, limits));
    }

    [Fact]
    public void Construct_ScratchTooSmall_IsTheCallersBug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExiReader(new byte[2], new byte[7], ExiLimits.Default).BitPosition);

    [Fact]
    public void Construct_DirtyScratch_IsCleared()
    {
        Span<byte> scratch = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        var reader = new ExiReader(Hex("A0"), scratch, ExiLimits.Default);

        Assert.Equal(5u, reader.ReadBits(3));
        Assert.True(reader.Finish());
    }

    [Fact]
    public void Enter_DeeperThanTheLimit_IsRefused()
    {
        var reader = new ExiReader(Hex("00"), new ExiLimits { MaxDepth = 2 });

        Assert.True(reader.Enter());
        Assert.True(reader.Enter());
        reader.Leave();
        Assert.True(reader.Enter());
        Assert.False(reader.Enter());
        Assert.Equal(ExiFault.TooDeep, reader.Error.Fault);
    }
}
