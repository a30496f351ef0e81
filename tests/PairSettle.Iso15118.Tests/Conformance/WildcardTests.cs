using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Exi.Codecs;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;
using Din = PairSettle.Iso15118.Din70121;
using Part20 = PairSettle.Iso15118.Iso20;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>What wildcards and mixed content of XML signatures admit, in both forms.</summary>
public class WildcardTests
{
    private const string Foreign = "urn:example:foreign";

    [Fact]
    public void RoundTrip_UndeclaredElements_KeepsAll()
    {
        var thing = new ExiUndeclaredElement
        {
            Name = new(Foreign, "thing"),
            Attributes = [new(new("", "a"), "1"), new(new(Foreign, "b"), "é")],
            Content = [new ExiAnyText("before "), Leaf("inner", "x"), new ExiAnyText(" between "), Leaf("inner", "y"), Leaf("empty")],
        };
        AssertRoundTrips(new ObjectType { MimeType = "text/xml", Any = [thing, thing, Leaf("thing")] });
    }

    [Fact]
    public void RoundTrip_DeclaredElements_AreTyped()
    {
        var data = new ObjectType
        {
            Any =
            [
                Declared("SignatureProperties", new SignaturePropertiesType
                {
                    SignatureProperty = [new() { Target = "#t", Any = [Leaf("time", "now")], Text = [new(0, "made at "), new(1, " UTC")] }],
                }),
                Declared("KeyName", "a key"),
                Declared("DigestValue", ExiBytes.FromHex("0102")),
                Declared("Object", new ObjectType { Any = [Leaf("deep")], Id = "o" }),
            ],
        };

        AssertRoundTrips(data);
    }

    [Fact]
    public void RoundTrip_MixedContent_KeepsThePlaceOfText()
    {
        AssertRoundTrips(new ObjectType { Text = [new(0, "plain text")] });
        AssertRoundTrips(new ObjectType { Any = [Leaf("a"), Leaf("b")], Text = [new(0, "0"), new(1, "1"), new(2, "2")] });
        var message = Message(new ObjectType());
        var signature = message.Header.Signature! with
        {
            KeyInfo = new() { Items = [new() { KeyName = "k" }, new() { Any = Leaf("hint") }], Text = [new(0, "before "), new(2, " after")] },
        };
        AssertRoundTrips(message with { Header = message.Header with { Signature = signature } });
    }

    [Fact]
    public void ToExi_ElementsOfOneName_TakeFewBitsOnceTheyAreKnown()
    {
        var one = Message(new ObjectType { Any = [Leaf("known")] }).ToExi().Length;
        var many = Message(new ObjectType { Any = [.. Enumerable.Repeat(Leaf("known"), 9)] }).ToExi().Length;

        // Behind SE(*) each takes the number of its namespace, of its name, and one bit for its end.
        Assert.InRange(many - one, 8, 20);
    }

    [Fact]
    public void TryDecode_FaultBehindAWildcard_DoesNotRepeatNamesOfThePeer()
    {
        var octets = Iso2Schema.EncodeFragment(new ObjectType { Any = [Leaf("DE8AA001234567", "text")] });

        Assert.False(Iso2Schema.TryDecodeFragment(octets.AsSpan(0, octets.Length - 4), out ObjectType? _, out var error));
        Assert.Equal((ExiFault.Truncated, "Object/*"), (error.Fault, error.Path));
    }

    [Fact]
    public void TryDecode_DeepNesting_IsRefused()
    {
        var element = Leaf("e");
        for (var i = 0; i < 80; i++)
        {
            element = new ExiUndeclaredElement { Name = element.Name, Content = [element] };
        }

        AssertRefused(Message(new ObjectType { Any = [element] }).ToExi(), ExiFault.TooDeep, null);
    }

    [Fact]
    public void TryDecode_ManyNodes_IsRefused() => AssertRefused(
        Message(new ObjectType { Any = [.. Enumerable.Repeat(Leaf("e"), 300)] }).ToExi(), ExiFault.TooManyItems, ExiLimits.Strict);

    [Fact]
    public void ToExi_ElementThatTheWildcardExcludes_IsRefused()
    {
        var property = new SignaturePropertyType { Target = "#t", Any = [Declared("KeyName", "k")] };
        var message = Message(new ObjectType { Any = [Declared("SignatureProperty", property)] });

        var exception = Assert.Throws<ExiContentException>(message.ToExi);
        Assert.Equal(ExiFault.UnexpectedElement, exception.Error.Fault);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a:b")]
    [InlineData("")]
    public void ToExi_NameThatXmlDoesNotAllow_IsRefused(string name) =>
        Assert.Throws<ExiContentException>(Message(new ObjectType { Any = [Leaf(name)] }).ToExi);

    [Fact]
    public void ToExi_TextWithoutAPlace_IsRefused() =>
        Assert.Throws<ExiContentException>(Message(new ObjectType { Text = [new(1, "after a child that is not there")] }).ToExi);

    [Fact]
    public void TryDecode_Wildcards_StayWithinTheirBound()
    {
        var octets = Message(new ObjectType { Any = [.. Enumerable.Repeat(new ExiUndeclaredElement { Name = new(Foreign, "e"), Content = [Leaf("f")] }, 2_000)] }).ToExi();
        Assert.True(V2G_Message.TryDecode(octets, out _, out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        V2G_Message.TryDecode(octets, out _, out _);

        // Elements that are known cost a few bits, so their number has a limit of its own.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_096 * 200);
    }

    [CorpusFact("xsd/iso2")]
    public void Names_OfIso2_AreThoseOfTheSchemaDocuments() => AssertNames(Iso2Schema.Codec, "xsd/iso2");

    [CorpusFact("xsd/din")]
    public void Names_OfDin_AreThoseOfTheSchemaDocuments() => AssertNames(Din.DinSchema.Codec, "xsd/din");

    [CorpusFact("xsd/iso20")]
    public void Names_OfIso20_AreThoseOfTheSchemaDocuments() => Assert.All(
        [
            Part20.CommonMessages.CommonMessagesSchema.Codec, Part20.AC.AcSchema.Codec, Part20.DC.DcSchema.Codec, Part20.WPT.WptSchema.Codec,
            Part20.ACDP.AcdpSchema.Codec,
        ],
        codec => AssertNames(codec, "xsd/iso20"));

    [CorpusFact("xsd/xmldsig")]
    public void Names_OfXmlSignatures_AreThoseOfTheSchemaDocument() => AssertNames(XmlDsigSchema.Codec, "xsd/xmldsig");

    // Names behind a wildcard are numbers in these lists, so each must be complete and in order.
    private static void AssertNames(ExiCodec codec, string folder)
    {
        XNamespace xsd = "http://www.w3.org/2001/XMLSchema";
        var names = ((ExiSchemaCodec)codec).Names;
        var expected = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(SharedData.PathOf(folder)!, "*.xsd"))
        {
            var root = XDocument.Load(file).Root!;
            var uri = root.Attribute("targetNamespace")!.Value;
            if (!names.Any(space => space.Namespace == uri))
            {
                continue;
            }

            foreach (var declaration in root.Descendants().Where(e => e.Attribute("name") is not null))
            {
                var isLocal = declaration.Parent != root;
                var form = declaration.Name == xsd + "attribute" ? "attributeFormDefault" : "elementFormDefault";
                var space = isLocal && root.Attribute(form)?.Value != "qualified" ? string.Empty : uri;
                expected.TryAdd(space, new(StringComparer.Ordinal));
                expected[space].Add(declaration.Attribute("name")!.Value);
            }
        }

        Assert.Contains(codec.TargetNamespace, expected.Keys);
        Assert.Equal(expected.Keys, names.Select(space => space.Namespace));
        Assert.All(names, space => Assert.Equal(expected[space.Namespace], space.LocalNames));
    }

    private static ExiUndeclaredElement Leaf(string name, string? text = null) =>
        new() { Name = new(Foreign, name), Content = text is null ? [] : [new ExiAnyText(text)] };

    private static ExiDeclaredElement Declared(string name, object value) => new() { Name = new(XmlDsigSchema.Namespace, name), Value = value };

    private static V2G_Message Message(ObjectType data) => V2G_Message.Create(
        SessionId.None,
        new AuthorizationReq(),
        new SignatureType
        {
            SignedInfo = new()
            {
                CanonicalizationMethod = new() { Algorithm = "c" },
                SignatureMethod = new() { Algorithm = "s" },
                Reference = [new() { DigestMethod = new() { Algorithm = "d" }, DigestValue = ExiBytes.FromHex("00") }],
            },
            SignatureValue = new() { Value = ExiBytes.FromHex("00") },
            Object = [data],
        });

    private static void AssertRoundTrips(ObjectType data) => AssertRoundTrips(Message(data));

    private static void AssertRoundTrips(V2G_Message message)
    {
        var octets = message.ToExi();
        Assert.True(V2G_Message.TryDecode(octets, out var decoded, out var error), error.ToString());
        Assert.Equal(message, decoded);
        Assert.True(V2G_Message.TryParseXml(message.ToXml(), out var parsed, out error), error + message.ToXml());
        Assert.Equal(message, parsed);
        Assert.True(message.TryEncode(new byte[octets.Length], out var written));
        Assert.Equal(octets.Length, written);
        Assert.False(message.TryEncode(new byte[octets.Length - 1], out _));

        Assert.True(Iso2Schema.Codec.TryEncodeFromXml(message.ToXml(), false, ExiStringTableMode.Hits, out var withHits, out error), error.ToString());
        Assert.True(V2G_Message.TryDecode(withHits, out decoded, out error), error.ToString());
        Assert.Equal(message, decoded);
    }

    private static void AssertRefused(byte[] octets, ExiFault fault, ExiLimits? limits)
    {
        Assert.False(V2G_Message.TryDecode(octets, out _, out var error, limits));
        Assert.Equal(fault, error.Fault);
    }
}
