using System.Numerics;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Tests.Support;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    private static readonly ExiLimits s_widest = new()
    {
        MaxOctets = ExiLimits.LargestStream,
        MaxStringLength = int.MaxValue,
        MaxBinaryLength = int.MaxValue,
        MaxListItems = int.MaxValue,
    };

    [Theory]
    [InlineData("82 80 80 80 08 00 00")] // 2^31 code points
    [InlineData("81 80 80 80 08 00 00")] // 2^31 - 1 code points
    [InlineData("FF FF FF FF FF FF 7F")]
    [InlineData("12 41 41 41 41 41 41")]
    public void ReadString_HostileLength_AllocatesNothing(string octets)
    {
        var source = Hex(octets);
        Assert.Equal(0, Allocated(source, (ref ExiReader r) => r.ReadString(0, 0, int.MaxValue)));
        Assert.Equal(0, Allocated(source, (ref ExiReader r) => r.ReadStringContent(1, 0, 0, int.MaxValue)));
    }

    [Theory]
    [InlineData("80 80 80 80 08 00 00")]
    [InlineData("FF FF FF FF 07 00 00")]
    [InlineData("FF FF FF FF FF FF 7F")]
    [InlineData("07 41 41 41 41 41 41")]
    public void ReadBinary_HostileLength_AllocatesNothing(string octets) =>
        Assert.Equal(0, Allocated(Hex(octets), (ref ExiReader r) => r.ReadBinary(0, int.MaxValue)));

    [Fact]
    public void ReadBigUnsigned_HostileLength_AllocatesNothing()
    {
        var source = new byte[10_000];
        source.AsSpan().Fill(0x80);
        source[^1] = 1;

        Assert.Equal(0, Allocated<BigInteger>(source, (ref ExiReader r) => r.ReadBigUnsigned()));
    }

    [Fact]
    public void Read_Strings_AllocateNothingButTheString()
    {
        var text = new string('x', 40);
        var source = Write((ref ExiWriter w) => w.WriteString(0, text, 0, 99));
        var alone = Measure(() => GC.KeepAlive(new string('x', 40)));

        Assert.Equal(alone, Allocated(source, (ref ExiReader r) => r.ReadString(0, 0, 99)));
    }

    [Fact]
    public void Read_Anything_AllocatesAtMostAMultipleOfTheStream() =>
        Properties.ForAll(Field.Several, fields =>
        {
            var source = Write((ref ExiWriter w) =>
            {
                foreach (var field in fields)
                {
                    field.Write(ref w);
                }
            });

            // Boxes of this test and object headers of each field; at worst an octet becomes one character of three
            // strings or buffers, two of which are garbage at once: text that turns out not to be plain.
            return Allocated(source, (ref ExiReader r) =>
            {
                foreach (var field in fields)
                {
                    _ = field.Read(ref r);
                }

                return 0;
            }) <= (fields.Length * 160) + (source.Length * 6);
        });

    private static long Allocated<T>(byte[] source, ReadFunction<T> read)
    {
        return Measure(() =>
        {
            var reader = new ExiReader(source, stackalloc byte[ExiReader.ScratchOctets], s_widest);
            _ = read(ref reader);
        });
    }

    private static long Measure(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
