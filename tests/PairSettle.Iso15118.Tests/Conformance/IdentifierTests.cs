using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Tests.Messages;
using PairSettle.Iso15118.Tests.Session;
using PairSettle.Tests.Shared;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>What signatures refer to: identifiers are names, and no document has one twice.</summary>
public sealed class IdentifierTests
{
    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    [Fact]
    public void Encode_IdentifierTwice_IsRefused()
    {
        var message = Update("id2", "id2");

        var error = Assert.Throws<ExiContentException>(() => message.ToExi()).Error;
        Assert.Equal(ExiFault.DuplicateIdentifier, error.Fault);
        Assert.Equal("V2G_Message/Body/CertificateUpdateRes/DHpublickey/Id", error.Path);
    }

    [Fact]
    public void TryDecode_IdentifierTwice_IsRefused()
    {
        var octets = Damage(Update("id2", "id3").ToExi(), "id3", "id2");

        Assert.False(V2G_Message.TryDecode(octets, out _, out var error));
        Assert.Equal(ExiFault.DuplicateIdentifier, error.Fault);
        Assert.Equal("V2G_Message/Body/CertificateUpdateRes/DHpublickey/Id", error.Path);
    }

    [Fact]
    public void TryDecode_IdentifierThatIsNoName_IsRefused()
    {
        var octets = Damage(Update("id2", "id3").ToExi(), "id3", "i$3");

        Assert.False(V2G_Message.TryDecode(octets, out _, out var error));
        Assert.Equal(ExiFault.InvalidIdentifier, error.Fault);
    }

    [Fact]
    public void TryDecode_EmptyIdentifiersOfAFailedResponse_AreNone()
    {
        var message = Update(string.Empty, string.Empty);

        Assert.True(V2G_Message.TryDecode(message.ToExi(), out var decoded, out var error), error.ToString());
        Assert.Equal(message, decoded);
    }

    [Theory]
    [InlineData("id2", ExiFault.DuplicateIdentifier)]
    [InlineData("3", ExiFault.InvalidIdentifier)]
    public void TryParseXml_IdentifierThatCannotBe_IsRefused(string identifier, ExiFault fault)
    {
        var xml = Update("id2", "id3").ToXml().Replace("id3", identifier, StringComparison.Ordinal);

        Assert.False(V2G_Message.TryParseXml(xml, out _, out var error));
        Assert.Equal(fault, error.Fault);
    }

    [CorpusFact("xsd")]
    public void Annotations_AreThoseOfTheSchemas()
    {
        var declared = Directory.GetFiles(SharedData.PathOf("xsd")!, "*.xsd", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}general{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(IdentifiersOf).Distinct().Order(StringComparer.Ordinal);
        var annotated = AnnotatedTypes.All
            .Where(type => type.GetProperties().Any(property => property.IsDefined(typeof(ExiIdentifierAttribute))))
            .Select(type => type.GetCustomAttribute<ExiTypeAttribute>()!)
            .Select(type => $"{type.TargetNamespace} {type.Name}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(declared, annotated);
    }

    /// <summary>The complex types of a schema document that have an attribute of type xs:ID.</summary>
    private static IEnumerable<string> IdentifiersOf(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        var schema = XDocument.Load(reader).Root!;
        return schema.Elements(Xs + "complexType")
            .Where(type => type.Descendants(Xs + "attribute").Any(attribute => attribute.Attribute("type")?.Value.Split(':')[^1] == "ID"))
            .Select(type => $"{schema.Attribute("targetNamespace")!.Value} {type.Attribute("name")!.Value}");
    }

    private static V2G_Message Update(string key, string share) => new()
    {
        Header = new() { SessionID = ExiBytes.Copy([1, 2, 3, 4, 5, 6, 7, 8]) },
        Body = new()
        {
            BodyElement = new CertificateUpdateRes
            {
                ResponseCode = ResponseCodeType.OK,
                SAProvisioningCertificateChain = new() { Certificate = ExiBytes.Empty },
                ContractSignatureCertChain = new() { Certificate = ExiBytes.Empty, Id = "id1" },
                ContractSignatureEncryptedPrivateKey = new() { Id = key, Value = ExiBytes.Empty },
                DHpublickey = new() { Id = share, Value = ExiBytes.Empty },
                eMAID = new() { Id = "id5", Value = Samples.Contract.EMAID },
            },
        },
    };

    /// <summary>Replaces text in a stream, whose octets it need not begin at.</summary>
    private static byte[] Damage(byte[] octets, string text, string other)
    {
        var bits = Bits(octets);
        var at = bits.IndexOf(Bits(System.Text.Encoding.ASCII.GetBytes(text)), StringComparison.Ordinal);
        Assert.True(at > 0);
        var changed = bits[..at] + Bits(System.Text.Encoding.ASCII.GetBytes(other)) + bits[(at + (text.Length * 8))..];
        return [.. changed.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }

    private static string Bits(byte[] octets) => string.Concat(octets.Select(octet => octet.ToString("b8", null)));
}
