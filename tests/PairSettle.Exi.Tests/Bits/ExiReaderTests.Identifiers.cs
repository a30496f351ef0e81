using PairSettle.Exi.Bits;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    [Theory]
    [InlineData("id1")]
    [InlineData("_")]
    [InlineData("a-b.c")]
    [InlineData("\u00E9t\u00E9")]
    public void ReadIdentifier_NameWithoutColon_IsRead(string identifier)
    {
        var stream = Write((ref ExiWriter w) => w.WriteIdentifier(0, identifier, 0, 99));

        Assert.Equal(identifier, Read(stream, (ref ExiReader r) => r.ReadIdentifier(0, 0, 99)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("a:b")]
    [InlineData("i$2")]
    [InlineData(" id")]
    [InlineData("-id")]
    public void Identifier_AnythingElse_IsRefusedInBothDirections(string text)
    {
        var stream = Write((ref ExiWriter w) => w.WriteString(0, text, 0, 99));

        Assert.Equal(
            new ExiError(ExiFault.InvalidIdentifier, 0, string.Empty),
            ReadFault(stream, (ref ExiReader r) => r.ReadIdentifier(0, 0, 99), string.Empty));
        Assert.Equal(ExiFault.InvalidIdentifier, WriteFault((ref ExiWriter w) => w.WriteIdentifier(0, text, 0, 99)).Fault);
    }

    [Fact]
    public void Identifier_EmptyWhereAllowed_IsNoneAndMayRepeat()
    {
        var stream = Write((ref ExiWriter w) =>
        {
            w.WriteIdentifier(0, string.Empty, 0, 99, allowsEmpty: true);
            w.WriteIdentifier(0, string.Empty, 0, 99, allowsEmpty: true);
        });

        Assert.Equal(string.Empty, Read(stream, (ref ExiReader r) => r.ReadIdentifier(0, 0, 99, allowsEmpty: true) + r.ReadIdentifier(0, 0, 99, allowsEmpty: true)));
    }

    [Fact]
    public void Identifier_Null_IsMissing() =>
        Assert.Equal(ExiFault.MissingValue, WriteFault((ref ExiWriter w) => w.WriteIdentifier(0, null!, 0, 99)).Fault);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(200)]
    public void Identifier_EqualToAnEarlierOne_IsRefusedWhicheverThatIs(int count)
    {
        for (var earlier = 0; earlier < count; earlier++)
        {
            var stream = Write((ref ExiWriter w) =>
            {
                for (var i = 0; i <= count; i++)
                {
                    w.WriteString(0, $"id{(i == count ? earlier : i)}", 0, 99);
                }
            });

            var reader = new ExiReader(stream, ExiLimits.Default);
            for (var i = 0; i < count; i++)
            {
                Assert.Equal($"id{i}", reader.ReadIdentifier(0, 0, 99));
            }

            var at = reader.BitPosition;
            Assert.Equal(string.Empty, reader.ReadIdentifier(0, 0, 99));
            Assert.Equal(new ExiError(ExiFault.DuplicateIdentifier, at, string.Empty), reader.Error);

            var writer = new ExiWriter(new byte[4096]);
            for (var i = 0; i <= count; i++)
            {
                writer.WriteIdentifier(0, $"id{(i == count ? earlier : i)}", 0, 99);
            }

            Assert.Equal(ExiFault.DuplicateIdentifier, writer.Error.Fault);
        }
    }

    [Fact]
    public void Identifier_OfADocumentBefore_IsForgotten()
    {
        // The documents before end well, or in a fault, and share what they remember.
        var whole = Write((ref ExiWriter w) =>
        {
            for (var i = 0; i < 20; i++)
            {
                w.WriteIdentifier(0, $"id{i}", 0, 99);
            }
        });

        for (var round = 0; round < 3; round++)
        {
            var reader = new ExiReader(whole, ExiLimits.Default);
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal($"id{i}", reader.ReadIdentifier(0, 0, 99));
            }

            Assert.True(reader.Finish());

            reader = new ExiReader(whole.AsSpan(0, whole.Length - 1), ExiLimits.Default);
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(i < 19 ? $"id{i}" : string.Empty, reader.ReadIdentifier(0, 0, 99));
            }

            Assert.Equal(ExiFault.Truncated, reader.Error.Fault);
        }
    }

    [Fact]
    public void Identifier_TwoDocumentsAtOnce_DoNotMix()
    {
        var first = new ExiWriter(new byte[256]);
        var second = new ExiWriter(new byte[256]);
        for (var i = 0; i < 20; i++)
        {
            first.WriteIdentifier(0, $"id{i}", 0, 99);
            second.WriteIdentifier(0, $"id{i}", 0, 99);
        }

        Assert.False(first.Failed);
        Assert.False(second.Failed);
        Assert.True(first.Finish(out _));
        Assert.True(second.Finish(out _));
    }
}
