using PairSettle.Exi.Bits;
using PairSettle.Exi.Codecs;
using PairSettle.Exi.Tests.Support;
using static PairSettle.Exi.Tests.Support.Coding;

namespace PairSettle.Exi.Tests.Bits;

public partial class ExiReaderTests
{
    [Theory]
    [InlineData("02", "")]
    [InlineData("04 41 42", "AB")]
    [InlineData("03 E9 01", "\u00E9")]
    [InlineData("03 80 EC 07", "\U0001F600")]
    [InlineData("05 41 80 EC 07 42", "A\U0001F600B")]
    [InlineData("05 09 0A 0D", "\t\n\r")]
    [InlineData("03 7F", "\x7F")]
    [InlineData("0A 75 72 6E 3A 69 73 6F 3A", "urn:iso:")]
    [InlineData("0B 75 72 6E 3A 69 73 6F 3A 31", "urn:iso:1")]
    [InlineData("03 FF AF 03", "\uD7FF")]
    [InlineData("03 80 C0 03", "\uE000")]
    [InlineData("03 FD FF 03", "\uFFFD")]
    [InlineData("03 FF FF 43", "\U0010FFFF")]
    public void ReadString_KnownOctets_IsTheText(string octets, string expected)
    {
        Assert.Equal(expected, Read(Hex(octets), (ref ExiReader r) => r.ReadString(0, 0, int.MaxValue)));
        Assert.Equal(Hex(octets), Write((ref ExiWriter w) => w.WriteString(0, expected, 0, int.MaxValue)));
    }

    [Fact]
    public void ReadString_EveryLengthAtEveryAlignment_IsTheText()
    {
        for (var length = 0; length < 70; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)(' ' + ((i * 7) % 96))));
            for (var shift = 0; shift < 8; shift++)
            {
                var stream = Write((ref ExiWriter w) =>
                {
                    w.WriteBits(0, shift);
                    w.WriteString(0, text, length, length);
                });

                Assert.Equal(text, Read(stream, (ref ExiReader r) => r.ExpectZeros(shift) ? r.ReadString(0, length, length) : null));
            }
        }
    }

    [Fact]
    public void ReadString_OneOtherCharacterAnywhere_IsTheText()
    {
        foreach (var other in new[] { "\t", "\u00E9", "\u4E2D", "\U0001F600" })
        {
            for (var length = 0; length < 40; length++)
            {
                for (var at = 0; at <= length; at++)
                {
                    var text = new string('x', at) + other + new string('y', length - at);
                    var stream = Write((ref ExiWriter w) => w.WriteString(0, text, 0, 99));

                    Assert.Equal(text, Read(stream, (ref ExiReader r) => r.ReadString(0, length + 1, length + 1)));
                }
            }
        }
    }

    [Theory]
    [InlineData(0x00u)]
    [InlineData(0x08u)]
    [InlineData(0x0Bu)]
    [InlineData(0x1Fu)]
    [InlineData(0xD800u)]
    [InlineData(0xDFFFu)]
    [InlineData(0xFFFEu)]
    [InlineData(0xFFFFu)]
    [InlineData(0x110000u)]
    [InlineData(uint.MaxValue)]
    public void ReadString_NoXmlCharacter_IsRefusedWhereItStands(uint codePoint)
    {
        foreach (var before in new[] { 0, 3, 8, 20 })
        {
            var stream = Write((ref ExiWriter w) =>
            {
                w.WriteUnsigned((ulong)before + 3, ulong.MaxValue);
                for (var i = 0; i < before; i++)
                {
                    w.WriteUnsigned('a', 'a');
                }

                w.WriteUnsigned(codePoint, ulong.MaxValue);
            });

            Assert.Equal(
                new ExiError(ExiFault.InvalidCharacter, 8 + (before * 8), string.Empty),
                ReadFault(stream, (ref ExiReader r) => r.ReadString(0, 0, 99), string.Empty));
        }
    }

    [Theory]
    [InlineData("03 FF FF FF FF 0F")] // 2^32 - 1
    [InlineData("03 FF FF FF FF 7F")] // 2^35 - 1
    [InlineData("03 FF FF FF FF FF FF FF FF FF 7F")] // 2^70 - 1
    public void ReadString_NumberBeyondUnicode_IsNoCharacter(string octets) =>
        Assert.Equal(
            new ExiError(ExiFault.InvalidCharacter, 8, string.Empty),
            ReadFault(Hex(octets), (ref ExiReader r) => r.ReadString(0, 0, 99), string.Empty));

    [Fact]
    public void ReadString_CodePointLongerThanNeeded_IsRefused() =>
        Assert.Equal(
            new ExiError(ExiFault.NonCanonicalInteger, 8, string.Empty),
            ReadFault(Hex("03 C1 00"), (ref ExiReader r) => r.ReadString(0, 0, 99), string.Empty));

    [Theory]
    [InlineData("02", 1, 3)]
    [InlineData("06 41 42 43 44", 1, 3)]
    [InlineData("82 80 80 80 08", 0, 24)]
    [InlineData("FF FF FF FF FF FF FF FF FF 01", 0, 24)]
    public void ReadString_LengthOutsideTheFacets_IsRefused(string octets, int min, int max) =>
        Assert.Equal(
            new ExiError(ExiFault.LengthOutOfRange, 0, string.Empty),
            ReadFault(Hex(octets), (ref ExiReader r) => r.ReadString(0, min, max), string.Empty));

    [Fact]
    public void ReadString_FacetsCountCodePoints_NotUtf16Units() =>
        Assert.Equal("\U0001F600", Read(Hex("03 80 EC 07"), (ref ExiReader r) => r.ReadString(0, 1, 1)));

    [Fact]
    public void ReadString_LongerThanTheLimit_IsRefused() =>
        Assert.Equal(
            ExiFault.StringTooLong,
            ReadFault(Hex("07 41 42 43 44 45"), (ref ExiReader r) => r.ReadString(0, 0, 99), string.Empty, new ExiLimits { MaxStringLength = 4 })
                .Fault);

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    public void ReadString_ReferenceWithoutTable_AsksForOne(string octets) =>
        Assert.Equal(
            new ExiError(ExiFault.StringTableNeeded, 0, string.Empty),
            ReadFault(Hex(octets), (ref ExiReader r) => r.ReadString(0, 0, 99), string.Empty));

    [Fact]
    public void ReadString_References_GiveTheValuesThatWereRead()
    {
        // Two values of name 1, one of name 2; then local and global references with the widths of that moment.
        var stream = Digits(
            "00000011 01000001" // name 1: "A", in full
            + "00000000" // name 1: local 0, no bits: one entry
            + "00000011 01000010" // name 1: "B"
            + "00000000 1" // name 1: local 1 of 2
            + "00000011 01000011" // name 2: "C"
            + "00000001 00" // name 2: global 0 of 3
            + "00000001 10" // name 3: global 2 of 3
            + "00000010" // name 3: empty, never entered
            + "00000000"); // name 2: local 0 of 1
        var variants = new ExiVariants();
        var reader = new ExiReader(stream, ExiLimits.Default, new ExiStringTable(variants: variants));

        List<string> values = [];
        foreach (var qname in new[] { 1, 1, 1, 1, 2, 2, 3, 3, 2 })
        {
            values.Add(reader.ReadString(qname, 0, 1));
        }

        Assert.True(reader.Finish(), reader.Error.ToString());
        Assert.Equal(["A", "A", "B", "B", "C", "A", "C", "", "C"], values);
        Assert.Equal(
            [ExiVariantKind.LocalValue, ExiVariantKind.LocalValue, ExiVariantKind.GlobalValue, ExiVariantKind.GlobalValue, ExiVariantKind.LocalValue],
            variants.Items.ToArray().Select(variant => variant.Kind));
        Assert.Equal(stream, Write(
            (ref ExiWriter w) =>
            {
                foreach (var (qname, value) in new[] { 1, 1, 1, 1, 2, 2, 3, 3, 2 }.Zip(values))
                {
                    w.WriteString(qname, value, 0, 1);
                }
            },
            new ExiStringTable()));
    }

    [Fact]
    public void WriteString_WithTheVariantsThatWereRead_RepeatsThemAndNoOthers()
    {
        // The second "A" stands in full where a writer would refer to the first; the third refers to the global partition.
        var stream = Digits(
            "00000011 01000001" // name 1: "A", in full
            + "00000011 01000001" // name 1: "A", in full once more
            + "00000001 1" // name 1: global 1 of 2
            + "00000000 0"); // name 1: local 0 of 2
        var variants = new ExiVariants();
        var reader = new ExiReader(stream, ExiLimits.Default, new ExiStringTable(variants: variants));
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("A", reader.ReadString(1, 0, 1));
        }

        Assert.True(reader.Finish(), reader.Error.ToString());
        Assert.Equal(
            [new ExiVariant(32, ExiVariantKind.GlobalValue, 1), new ExiVariant(41, ExiVariantKind.LocalValue, 0)],
            variants.Items.ToArray());
        Assert.Equal(stream, Write(
            (ref ExiWriter w) =>
            {
                for (var i = 0; i < 4; i++)
                {
                    w.WriteString(1, "A", 0, 1);
                }
            },
            new ExiStringTable(variants: variants)));
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("00000001")]
    [InlineData("00000011 01000001 00000011 01000010 00000011 01000011 00000001 11")]
    public void ReadString_ReferenceToNothing_IsRefused(string bits)
    {
        static string ReadAll(ref ExiReader reader)
        {
            var last = string.Empty;
            for (var qname = 0; qname < 4 && !reader.Failed; qname++)
            {
                last = reader.ReadString(qname, 0, 99);
            }

            return last;
        }

        var error = ReadFault(Digits(bits), ReadAll, string.Empty, strings: new ExiStringTable());
        Assert.Equal(ExiFault.UndefinedStringIdentifier, error.Fault);
    }

    [Fact]
    public void ReadString_ReferenceThatBreaksTheFacets_IsRefused()
    {
        var reader = new ExiReader(Hex("05 41 42 43 01"), ExiLimits.Default, new ExiStringTable());
        Assert.Equal("ABC", reader.ReadString(0, 0, 3));

        Assert.Equal(string.Empty, reader.ReadString(1, 0, 2));
        Assert.Equal(new ExiError(ExiFault.LengthOutOfRange, 32, string.Empty), reader.Error);
    }
}
