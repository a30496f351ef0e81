using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    // Two codes, four bits, the end tag, then start tag and characters event of an integer.
    private const int RunBits = 9;
    private const ulong RunCodes = 0b110000111;

    [Theory]
    [InlineData("00 1010 0")]
    [InlineData("00 1010 0 1111111111")]
    public void PeekRun_CodesZero_GivesTheFieldAndStays(string bits)
    {
        var reader = new ExiReader(Digits(bits), ExiLimits.Default);
        Assert.True(reader.PeekRun(7, 0b1100001, out var run));
        Assert.Equal(0b1010UL, run >> 1);
        Assert.Equal(0, reader.BitPosition);
        reader.Skip(7);
        Assert.Equal(7, reader.BitPosition);
    }

    [Theory]
    [InlineData("10 1010 0 0")]
    [InlineData("01 1010 0 0")]
    [InlineData("00 1010 1 0")]
    public void PeekRun_CodeNotZero_IsNoRun(string bits) =>
        Assert.False(new ExiReader(Digits(bits), ExiLimits.Default).PeekRun(7, 0b1100001, out _));

    [Fact]
    public void PeekRun_BeyondTheEndOrAfterAFault_IsNoRun()
    {
        var reader = new ExiReader(new byte[3], ExiLimits.Default);
        Assert.True(reader.PeekRun(24, 0xFFFFFF, out _));
        Assert.False(reader.PeekRun(25, 0x1FFFFFF, out _));
        reader.Fail(ExiFault.ValueOutOfRange);
        Assert.False(reader.PeekRun(1, 1, out _));
    }

    [Theory]
    [InlineData("00 0110 0 00 0 00000101 00", 5L)]
    [InlineData("00 0110 0 00 1 00000101 00", -6L)]
    [InlineData("00 0110 0 00 1 11111111 11111111 00000001 00", -32768L)]
    public void PeekIntegerRun_WholeRun_GivesFieldAndInteger(string bits, long expected)
    {
        foreach (var stream in new[] { bits, bits + Ones })
        {
            var reader = new ExiReader(Digits(stream), ExiLimits.Default);
            Assert.Equal(Count(bits), reader.PeekIntegerRun(RunBits, RunCodes, short.MinValue, short.MaxValue, 2, out var run, out var value));
            Assert.Equal(6UL, run >> 3 & 0xF);
            Assert.Equal(expected, value);
        }

        Assert.Equal(Digits(bits), Write((ref ExiWriter w) => w.TryWriteIntegerRun(6 << 3, RunBits, expected, short.MinValue, short.MaxValue, 2)));
    }

    [Theory]
    [InlineData("10 0110 0 00 0 00000101 00")]
    [InlineData("00 0110 1 00 0 00000101 00")]
    [InlineData("00 0110 0 01 0 00000101 00")]
    [InlineData("00 0110 0 00 0 00000101 10")]
    [InlineData("00 0110 0 00 0 00000101 01")]
    [InlineData("00 0110 0 00 0 10000101 00000000 00")]
    [InlineData("00 0110 0 00 0 11111111 11111111 00000011 00")]
    [InlineData("00 0110 0 00 0 1000010")]
    public void PeekIntegerRun_AnyFault_IsNoRun(string bits) => Assert.Equal(
        0, new ExiReader(Digits(bits), ExiLimits.Default).PeekIntegerRun(RunBits, RunCodes, short.MinValue, short.MaxValue, 2, out _, out _));

    [Theory]
    [InlineData("00 0110 0 00 00000101 00", 5UL)]
    [InlineData("00 0110 0 00 10000000 00000001 00", 128UL)]
    [InlineData("00 0110 0 00 11111111 11111111 11111111 11111111 00001111 00", 4294967295UL)]
    public void PeekUnsignedRun_WholeRun_GivesFieldAndInteger(string bits, ulong expected)
    {
        foreach (var stream in new[] { bits, bits + Ones })
        {
            var reader = new ExiReader(Digits(stream), ExiLimits.Default);
            Assert.Equal(Count(bits), reader.PeekUnsignedRun(RunBits, RunCodes, 5, uint.MaxValue, 2, out var run, out var value));
            Assert.Equal(6UL, run >> 3 & 0xF);
            Assert.Equal(expected, value);
        }

        Assert.Equal(Digits(bits), Write((ref ExiWriter w) => w.TryWriteUnsignedRun(6 << 3, RunBits, expected, 5, uint.MaxValue, 2)));
    }

    [Theory]
    [InlineData("00 0110 0 00 00000100 00")]
    [InlineData("00 0110 0 00 00000101 01")]
    [InlineData("00 0110 0 00 11111111 11111111 11111111 11111111 00011111 00")]
    public void PeekUnsignedRun_AnyFault_IsNoRun(string bits) => Assert.Equal(
        0, new ExiReader(Digits(bits), ExiLimits.Default).PeekUnsignedRun(RunBits, RunCodes, 5, uint.MaxValue, 2, out _, out _));

    [Fact]
    public void TryWriteRun_IntegerOutOfRange_WritesNothing()
    {
        var writer = new ExiWriter(new byte[8]);
        Assert.False(writer.TryWriteIntegerRun(0, RunBits, short.MaxValue + 1, short.MinValue, short.MaxValue, 2));
        Assert.False(writer.TryWriteUnsignedRun(0, RunBits, 4, 5, uint.MaxValue, 2));
        Assert.Equal(0, writer.BitPosition);
        Assert.False(writer.Failed);
    }

    private static int Count(string bits) => bits.Replace(" ", string.Empty, StringComparison.Ordinal).Length;
}
