using System.Buffers;
using System.Numerics;
using PairSettle.Exi.Bits;
using PairSettle.Exi.Generator.Tests.Samples;

namespace PairSettle.Exi.Generator.Tests.Emission;

/// <summary>The emitted codecs of the sample types, forth and back in both forms.</summary>
public class CodecTests
{
    private static readonly Numbers s_numbers = new()
    {
        LargestBounded = 4095,
        SmallestUnsigned = 4096,
        Multiplier = -3,
        WithoutOffset = 10,
        Signed = -129,
        Unsigned = ulong.MaxValue,
        Unbounded = BigInteger.Pow(10, 30),
        Truth = true,
        Lowest = long.MinValue + 7,
    };

    private static readonly Options s_options = new() { Alpha = 7, Third = Only.One };

    [Fact]
    public void Encode_Numbers_TakesTheFewestBitsOfEachRange()
    {
        // Header; root 8 of 10; then SE and CH, the value and EE of each element: 12 bits for 4,096 values, an unsigned
        // integer for one more, an offset of 0 in 3 bits for -3 of -3..3.
        var bits = Bits(s_numbers.ToExi());

        Assert.StartsWith("10000000" + Root("numbers") + "00" + "111111111111" + "0" + "00" + "1000000000100000" + "0" + "00" + "000" + "0" + "00" + "00001010" + "0", bits);
    }

    [Theory]
    [InlineData(0, 1, ExiFault.None)]
    [InlineData(2, 0, ExiFault.UndefinedEnumerationValue)]
    [InlineData(0, 2, ExiFault.UndefinedEnumerationValue)]
    [InlineData(-1, 0, ExiFault.UndefinedEnumerationValue)]
    public void Write_RunOfEnumerationsWithoutGaps_RefusesWhatTheyDoNotHave(int first, int second, ExiFault fault)
    {
        var writer = new ExiWriter(new byte[16]);

        new Switches { First = (Switch)first, Second = (Switch)second }.WriteExi(ref writer);

        Assert.Equal(fault, writer.Error.Fault);
    }

    [Fact]
    public void Roundtrip_Numbers_IsTheSame() => Roundtrip(s_numbers, Numbers.TryDecode, Numbers.TryParseXml, n => n.ToExi(), n => n.ToXml());

    [Fact]
    public void Encode_OptionalRun_CountsEveryElementUpToTheMandatoryOne()
    {
        // AT(alpha) is alone; then AT(mike), AT(zulu), SE(First), SE(Second), SE(Third): code 4 of 3 bits. Third: CH in one
        // bit, no value bits, EE; then EE is the second of SE(Fourth) and EE.
        Assert.Equal("10000000" + Root("options") + "0" + "00000111" + "100" + "00" + "01", Bits(s_options.ToExi()).TrimEnd('0')[..(8 + 4 + 1 + 8 + 3 + 2 + 2)]);
    }

    [Theory]
    [InlineData(false, false, false, false, false)]
    [InlineData(true, true, true, true, true)]
    [InlineData(true, false, true, false, true)]
    [InlineData(false, true, false, true, false)]
    public void Roundtrip_Options_IsTheSame(bool zulu, bool mike, bool first, bool second, bool fourth) => Roundtrip(
        s_options with
        {
            Zulu = zulu ? "z" : null,
            Mike = mike ? Color.Green : null,
            First = first ? "one" : null,
            Second = second ? ExiBytes.Copy([1, 2, 3]) : null,
            Fourth = fourth ? ExiBytes.FromHex("CAFE") : null,
        },
        Options.TryDecode,
        Options.TryParseXml,
        options => options.ToExi(),
        options => options.ToXml());

    [Fact]
    public void ToXml_QualifiedAttributesAndLiterals_AreWrittenAsDeclared() => Assert.Equal(
        "<s:options s:alpha=\"7\" s:mike=\"bright green\" xmlns:s=\"urn:sample\"><s:Third>One</s:Third><s:Fourth>CAFE</s:Fourth></s:options>",
        (s_options with { Mike = Color.Green, Fourth = ExiBytes.FromHex("CAFE") }).ToXml());

    [Theory]
    [InlineData(1, 2, 0, 0)]
    [InlineData(2, 3, 1, 5)]
    [InlineData(3, 4, 20, 1024)]
    public void Roundtrip_Lists_IsTheSame(int upToThree, int twoToFour, int anyNumber, int many) => Roundtrip(
        Lists(upToThree, twoToFour, anyNumber, many),
        Samples.Lists.TryDecode,
        Samples.Lists.TryParseXml,
        lists => lists.ToExi(),
        lists => lists.ToXml());

    [Fact]
    public void Encode_ListAtItsMaximum_LeavesTheLoopWithOneBit()
    {
        // After three items of at most three, only SE(TwoToFour) is left: one bit. After two, it is one of two: two bits.
        var three = Bits(Lists(3, 2, 0, 0).ToExi());
        var two = Bits(Lists(2, 2, 0, 0).ToExi());
        var item = "0" + "00" + "0";

        Assert.StartsWith("10000000" + Root("lists") + "0" + item + "00" + item + "00" + item + "0" + "0", three);
        Assert.StartsWith("10000000" + Root("lists") + "0" + item + "00" + item + "01" + "0", two);
    }

    [Theory]
    [InlineData(0, 2, 0, "UpToThree")]
    [InlineData(4, 2, 0, "UpToThree")]
    [InlineData(1, 1, 0, "TwoToFour")]
    [InlineData(1, 5, 0, "TwoToFour")]
    [InlineData(1, 2, 1025, "Many")]
    public void Encode_ListOutOfBounds_Throws(int upToThree, int twoToFour, int many, string element)
    {
        var lists = Lists(upToThree, twoToFour, 0, many);

        var exception = Assert.Throws<ExiContentException>(() => lists.ToExi());

        Assert.Equal(ExiFault.OccurrenceOutOfRange, exception.Error.Fault);
        Assert.Equal($"lists/{element}", exception.Error.Path);
    }

    [Fact]
    public void Roundtrip_SubstitutionGroup_IsTheSame()
    {
        ExiList<Point> triangle = [new() { X = 0, Y = 0 }, new() { X = 1, Y = -1 }, new() { X = 300, Y = -300 }];
        Roundtrip(
            new Drawing
            {
                Title = "t",
                Shapes = [new Circle { Label = "c", Radius = 5 }, new Arrow { Corner = triangle, Filled = true }, new Polygon { Corner = triangle }],
                Inset = new() { Shapes = [new Circle { Radius = 1 }], Inset = new() },
            },
            Drawing.TryDecode,
            Drawing.TryParseXml,
            drawing => drawing.ToExi(),
            drawing => drawing.ToXml());
    }

    [Fact]
    public void TryDecode_AbstractHead_IsRefusedByItsOwnCode()
    {
        // SE(title), SE(arrow), SE(circle), SE(polygon), SE(shape), SE(drawing), EE: the head is code 4 of 3 bits.
        var octets = Octets("10000000" + Root("drawing") + "100");

        Assert.False(Drawing.TryDecode(octets, out _, out var error));
        Assert.Equal(ExiFault.AbstractElement, error.Fault);
    }

    [Fact]
    public void TryDecode_NestedTooDeep_IsRefused()
    {
        var drawing = new Drawing();
        for (var depth = 0; depth < 100; depth++)
        {
            drawing = new() { Inset = drawing };
        }

        Assert.False(Drawing.TryDecode(drawing.ToExi(), out _, out var error));
        Assert.Equal(ExiFault.TooDeep, error.Fault);
    }

    public static TheoryData<int> ChoiceCases => new(Enumerable.Range(0, ChoiceSamples().Count));

    [Theory]
    [MemberData(nameof(ChoiceCases))]
    public void Roundtrip_Choices_IsTheSame(int number) => Roundtrip(
        ChoiceSamples()[number], Choices.TryDecode, Choices.TryParseXml, choices => choices.ToExi(), choices => choices.ToXml());

    [Fact]
    public void Encode_ChoiceWithoutOrWithSeveralBranches_Throws()
    {
        Choices[] invalid =
        [
            new() { Last = 1 },
            new() { Number = 1, Text = "t", Last = 1 },
            new() { Number = 1, Yes = true, Maybe = Color.Red, Last = 1 },
            new() { Number = 1, Entries = [new Entry()], Last = 1 },
            new() { Number = 1, Entries = [new Entry { Key = "k", Place = default(Point) }], Last = 1 },
        ];

        Assert.All(invalid, choices =>
            Assert.Equal(ExiFault.InvalidChoice, Assert.Throws<ExiContentException>(() => choices.ToExi()).Error.Fault));
    }

    [Fact]
    public void Roundtrip_WildcardContent_IsTheSame()
    {
        var foreign = new ExiUndeclaredElement
        {
            Name = new("urn:other", "x"),
            Attributes = [new(new("", "id"), "1")],
            Content = [new ExiAnyText("t"), new ExiUndeclaredElement { Name = new("urn:other", "x") }],
        };
        var choices = new Choices { Number = 1, Entries = [new Entry { Other = foreign }, new Entry { Key = "k" }, new Entry { Other = foreign }], Last = 1 };

        Roundtrip(choices, Choices.TryDecode, Choices.TryParseXml, value => value.ToExi(), value => value.ToXml());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("", "en")]
    [InlineData("12345678", null)]
    [InlineData("a", "en")]
    public void Roundtrip_SimpleContent_IsTheSame(string value, string? lang) => Roundtrip(
        new Text { Value = value, Lang = lang }, Text.TryDecode, Text.TryParseXml, text => text.ToExi(), text => text.ToXml());

    [Fact]
    public void TryDecode_EmptyElementAsEndTag_IsTheEmptyText()
    {
        // In place of CH: after an attribute the escape 1 and EE 000; before any the escape is the third of 2 bits.
        Assert.True(Text.TryDecode(Octets("10000000" + Root("text") + "00" + "00000011" + "01100001" + "1" + "000"), out var after, out var error), error.ToString());
        Assert.True(Text.TryDecode(Octets("10000000" + Root("text") + "10" + "000"), out var before, out error), error.ToString());
        Assert.Equal(new Text { Value = "", Lang = "a" }, after);
        Assert.Equal(new Text { Value = "" }, before);
    }

    [Theory]
    [InlineData(null, "10" + "000")]
    [InlineData("a", "00" + "00000011" + "01100001" + "1" + "000")]
    public void Codec_EmptyElementInXml_IsWrittenAsEndTag(string? lang, string content)
    {
        var text = new Text { Value = "", Lang = lang };

        Assert.True(SampleSchema.Codec.TryEncodeFromXml(text.ToXml(), false, ExiStringTableMode.Misses, out var exi, out var error), error.ToString());
        Assert.Equal(Octets("10000000" + Root("text") + content), exi);
        Assert.NotEqual(text.ToExi(), exi);
    }

    [Fact]
    public void TryDecode_EmptyTextOfAnElement_FollowsItsFacet()
    {
        // Named: Short may be empty besides 3 to 5 characters, Strict may not.
        Assert.True(Named.TryDecode(new Named { Short = "", Octets = default }.ToExi(), out _, out _));
        Assert.True(Named.TryDecode(Octets("10000000" + Root("named") + "0" + "1000" + "01" + "1000" + "0"), out var named, out var error), error.ToString());
        Assert.Equal("", named.Short);
        Assert.False(Named.TryDecode(Octets("10000000" + Root("named") + "0" + "1000" + "00" + "1000" + "0"), out _, out error));
        Assert.Equal(ExiFault.LengthOutOfRange, error.Fault);
        Assert.Equal("named/Strict", error.Path);
        Assert.Throws<ExiContentException>(() => new Named { Short = "ab", Octets = default }.ToExi());
    }

    [Fact]
    public void TryDecode_EveryPrefix_IsRefused()
    {
        var whole = Lists(3, 4, 2, 3).ToExi();
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.False(Samples.Lists.TryDecode(whole.AsSpan(0, length), out var partial, out var error));
            Assert.Null(partial);
            Assert.NotEqual(ExiFault.None, error.Fault);
        }
    }

    [Fact]
    public void TryEncode_DestinationTooSmall_SaysSoAndWritesNothingBeyond()
    {
        var whole = s_numbers.ToExi();
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.False(s_numbers.TryEncode(new byte[length], out var written));
            Assert.Equal(0, written);
        }

        Assert.True(s_numbers.TryEncode(new byte[whole.Length], out _));
    }

    [Fact]
    public void Encode_LargerThanTheFirstBuffer_WritesAll()
    {
        var lists = Lists(1, 2, 900, 0);
        var writer = new ArrayBufferWriter<byte>();

        lists.Encode(writer);

        Assert.Equal(lists.ToExi(), writer.WrittenSpan.ToArray());
        Assert.True(writer.WrittenCount > 2048);
    }

    [Theory]
    [InlineData("<numbers/>", ExiFault.UnexpectedRoot)]
    [InlineData("<s:options xmlns:s='urn:sample'/>", ExiFault.MissingAttribute)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1'/>", ExiFault.MissingElement)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1' other='2'><s:Third>One</s:Third></s:options>", ExiFault.UnexpectedAttribute)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='-1'><s:Third>One</s:Third></s:options>", ExiFault.ValueOutOfRange)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1'><s:Third>Two</s:Third></s:options>", ExiFault.UndefinedEnumerationValue)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1'><s:Third>One</s:Third><s:First>1</s:First></s:options>", ExiFault.UnexpectedElement)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1'>x<s:Third>One</s:Third></s:options>", ExiFault.UnexpectedText)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1'><s:Third>One</s:Third><s:Fourth>CA</s:Fourth></s:options>", ExiFault.LengthOutOfRange)]
    [InlineData("<s:options xmlns:s='urn:sample' s:alpha='1'><s:Third>One</s:Third>", ExiFault.MalformedXml)]
    public void TryParseXml_InvalidText_IsRefusedWithItsCode(string xml, ExiFault fault)
    {
        Assert.False(Options.TryParseXml(xml, out var options, out var error));
        Assert.Null(options);
        Assert.Equal(fault, error.Fault);
    }

    [Fact]
    public void TryParseXml_WhiteSpaceAndComments_AreSkipped()
    {
        Assert.True(Options.TryParseXml(
            "<?xml version='1.0'?>\n<!-- c -->\n<x:options xmlns:x='urn:sample'\n x:alpha='7'>\n  <x:Third>One</x:Third><!-- d -->\n</x:options>\n", out var options, out var error), error.ToString());
        Assert.Equal(s_options, options);
    }

    [Fact]
    public void Codec_RepeatedStrings_AreWrittenAsReferencesOnDemand()
    {
        var lists = Lists(1, 4, 0, 0);

        Assert.True(SampleSchema.Codec.TryEncodeFromXml(lists.ToXml(), false, ExiStringTableMode.Hits, out var hits, out _));
        Assert.True(SampleSchema.Codec.TryEncodeFromXml(lists.ToXml(), false, ExiStringTableMode.Misses, out var misses, out _));

        Assert.Equal(lists.ToExi(), misses);
        Assert.True(hits.Length < misses.Length);
        Assert.True(Samples.Lists.TryDecode(hits, out var decoded, out _));
        Assert.Equal(lists, decoded);
    }

    private static List<Choices> ChoiceSamples()
    {
        Choices[] starts =
        [
            new() { Number = 1, Last = 9 },
            new() { Text = "t", Last = 9 },
            new() { Points = [new() { X = 1, Y = 2 }], Last = 9 },
            new() { Points = [new() { X = 1, Y = 2 }, new() { X = 3, Y = 4 }], Last = 9 },
        ];
        return (from start in starts
                from yes in (bool?[])[null, true]
                from pair in (Pair?[])[null, new() { Left = 1 }, new() { Left = 1, Right = 2 }]
                from entries in (ExiList<Entry>[])[[], [new() { Key = "k" }], [new() { Place = new() { X = 5, Y = 6 } }, new() { Key = "k" }]]
                select start with { Yes = yes, Pair = pair, Entries = entries }).ToList();
    }

    private static Lists Lists(int upToThree, int twoToFour, int anyNumber, int many) => new()
    {
        UpToThree = ExiList.Create<Color>(Enumerable.Repeat(Color.Red, upToThree).ToArray()),
        TwoToFour = ExiList.Create<string>(Enumerable.Repeat("same", twoToFour).ToArray()),
        AnyNumber = ExiList.Create<Point>(Enumerable.Range(0, anyNumber).Select(i => new Point { X = (short)i, Y = (short)-i }).ToArray()),
        Many = ExiList.Create<byte>(Enumerable.Range(0, many).Select(i => (byte)i).ToArray()),
    };

    private static void Roundtrip<T>(T value, Decoder<T> decode, XmlParser<T> parse, Func<T, byte[]> toExi, Func<T, string> toXml)
        where T : class
    {
        var exi = toExi(value);
        Assert.True(decode(exi, out var decoded, out var error, null), error.ToString());
        Assert.Equal(value, decoded);

        var xml = toXml(value);
        Assert.True(parse(xml, out var parsed, out error, null), $"{error} in {xml}");
        Assert.Equal(value, parsed);

        Assert.True(SampleSchema.Codec.TryDecodeToXml(exi, false, out var transcoded, out error), error.ToString());
        Assert.Equal(xml, transcoded);
    }

    /// <summary>The event code of a root: its number among the global elements of the sample schema in four bits.</summary>
    private static string Root(string name)
    {
        string[] roots = ["arrow", "choices", "circle", "drawing", "lists", "named", "numbers", "options", "polygon", "shape", "text", "title"];
        return Array.IndexOf(roots, name).ToString("b4", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Bits(byte[] octets) => string.Concat(octets.Select(octet => octet.ToString("b8", System.Globalization.CultureInfo.InvariantCulture)));

    private static byte[] Octets(string bits) =>
        bits.PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2)).ToArray();

    private delegate bool Decoder<T>(ReadOnlySpan<byte> source, out T? value, out ExiError error, ExiLimits? limits);

    private delegate bool XmlParser<T>(string xml, out T? value, out ExiError error, ExiLimits? limits);
}
