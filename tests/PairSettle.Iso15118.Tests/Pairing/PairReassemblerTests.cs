using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.Pairing;

namespace PairSettle.Iso15118.Tests.Pairing;

public sealed class PairReassemblerTests
{
    [Fact]
    public void TryParse_WrittenHeader_HasTheDocumentedLayout()
    {
        var payload = new byte[13];
        new PairFragmentHeader(0x0203, 0x040506, 0x00010203).Write(payload);
        Assert.Equal("01000203000405060001020300", Convert.ToHexString(payload));
        Assert.True(PairFragmentHeader.TryParse(payload, out var header, out _));
        Assert.Equal(new PairFragmentHeader(0x0203, 0x040506, 0x00010203), header);
    }

    [Theory]
    [InlineData("", "V2G5001")]
    [InlineData("010000000000000100000000", "V2G5001")] // no data
    [InlineData("02000000000000010000000055", "V2G5003")]
    [InlineData("01010000000000010000000055", "V2G5004")]
    [InlineData("01000001000000010000000055", "V2G5005")]
    [InlineData("01000000000000000000000055", "V2G5006")]
    [InlineData("01000000001000010000000055", "V2G5006")]
    [InlineData("01000000ffffffff0000000055", "V2G5006")]
    [InlineData("0100000000000001000000005566", "V2G5007")]
    [InlineData("01000000000000020000000255", "V2G5007")]
    [InlineData("0100000000000002ffffffff55", "V2G5007")]
    [InlineData("01000000000000020000000155", "V2G5008")]
    public void TryAdd_FirstFragmentMalformed_IsRefusedWithItsCode(string hex, string code)
    {
        Assert.False(new PairReassembler().TryAdd(Convert.FromHexString(hex), out var message, out var error));
        Assert.Null(message);
        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("01000000000000030000000255", "V2G5007")] // another length
    [InlineData("01000000000000040000000355", "V2G5008")] // a gap
    [InlineData("01000000000000040000000155", "V2G5008")] // an overlap
    [InlineData("01000001000000040000000255", "V2G5005")] // the next message too early
    public void TryAdd_SecondFragmentDoesNotFit_IsRefusedWithItsCode(string hex, string code)
    {
        var reassembler = new PairReassembler();
        Assert.True(reassembler.TryAdd(Convert.FromHexString("0100000000000004000000001122"), out _, out _));
        Assert.True(reassembler.IsWithinMessage);
        Assert.False(reassembler.TryAdd(Convert.FromHexString(hex), out _, out var error));
        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void TryAdd_FragmentBeyondTheBound_IsRefused()
    {
        var payload = new byte[PairFragmentHeader.MaxPayloadLength + 1];
        new PairFragmentHeader(0, 10_000, 0).Write(payload);
        Assert.False(new PairReassembler().TryAdd(payload, out _, out var error));
        Assert.Equal("V2G5002", error.Code);
    }

    [Fact]
    public void TryAdd_AnySplit_GivesTheMessageBack()
    {
        var cuts =
            from length in Gen.Choose(1, 10_000)
            from pieces in Gen.Choose(1, PairFragmentHeader.MaxDataLength).ListOf(20)
            select (length, pieces);
        var property = Prop.ForAll(cuts.ToArbitrary(), sample =>
        {
            var reassembler = new PairReassembler();
            for (ushort number = 0; number < 2; number++)
            {
                byte[] sent = [.. Enumerable.Range(0, sample.length).Select(i => (byte)(i + number))];
                byte[]? received = null;
                for (int offset = 0, piece = 0; offset < sent.Length; piece++)
                {
                    var data = Math.Min(piece < sample.pieces.Count ? sample.pieces[piece] : PairFragmentHeader.MaxDataLength, sent.Length - offset);
                    var payload = new byte[PairFragmentHeader.Size + data];
                    new PairFragmentHeader(number, sent.Length, offset).Write(payload);
                    sent.AsSpan(offset, data).CopyTo(payload.AsSpan(PairFragmentHeader.Size));
                    if (received is not null || !reassembler.TryAdd(payload, out received, out _))
                    {
                        return false;
                    }

                    offset += data;
                }

                if (received is null || !received.AsSpan().SequenceEqual(sent))
                {
                    return false;
                }
            }

            return !reassembler.IsWithinMessage;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(new Replay(new Rnd(15118, 55), null)), property);
    }

    [Fact]
    public void TryAdd_MessageNumbers_WrapAround()
    {
        var reassembler = new PairReassembler();
        var payload = new byte[13];
        for (var number = 0; number <= 70_000; number++)
        {
            new PairFragmentHeader(unchecked((ushort)number), 1, 0).Write(payload);
            Assert.True(reassembler.TryAdd(payload, out var message, out _));
            Assert.Single(message!);
        }
    }

    [Fact]
    public void TryAdd_LargeMessageAnnounced_HoldsNoMoreThanArrived()
    {
        var payload = new byte[13];
        new PairFragmentHeader(0, PairFragmentHeader.MaxMessageLength, 0).Write(payload);
        new PairReassembler().TryAdd(payload, out _, out _);
        var reassembler = new PairReassembler();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(reassembler.TryAdd(payload, out _, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
    }

    [Fact]
    public void TryAdd_AnyOctets_NeverThrows()
    {
        var octets = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();
        var starts =
            from random in octets
            from header in Gen.Elements(true, false)
            select header ? [1, 0, 0, 0, 0, 0, 0, .. random.AsSpan()] : random;
        var property = Prop.ForAll(starts.ToArbitrary(), payload =>
        {
            var accepted = new PairReassembler().TryAdd(payload, out var message, out var error);
            return accepted ? error.Code == "" : message is null && error.Code.StartsWith("V2G50", StringComparison.Ordinal);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(new Replay(new Rnd(15118, 53), null)), property);
    }
}
