using System.Formats.Asn1;

namespace PairSettle.Credentials.Tests.Cms;

/// <summary>The profile in small; the tests of records hold it against foreign libraries and blobs.</summary>
public sealed class CmsSignedDataTests
{
    private const string Type = "1.2.3.4";
    private const int Longest = 100;

    private static readonly TestBranch Branch = new();
    private static readonly byte[] Content = [1, 2, 3];
    private static readonly CmsSignedData Sample = CmsSignedData.Sign(Type, Content, new Credential(Branch.Leaf, [], Branch.LeafKey));

    // Paths from the ContentInfo: [1][0] is the SignedData, its last child the signers.
    private static readonly Dictionary<CredentialFault, Action<DerNode>[]> Defects = new()
    {
        [CredentialFault.CmsNotSignedData] = [root => root[0] = Oid("1.2.840.113549.1.7.1"), root => Data(root)[0].Content = [1]],
        [CredentialFault.CmsContentType] = [root => Data(root)[2][0] = Oid("1.2.3.5"), root => Attribute(root, CmsOids.ContentType)[1, 0] = Oid("1.2.3.5")],
        [CredentialFault.CmsSignerCount] = [root => Data(root)[3].Children.Clear(), root => Data(root)[3].Children.Add(Signer(root))],
        [CredentialFault.CmsSignerIdentifier] = [root => Signer(root)[0].Content = [1], root => Signer(root)[1].Content = []],
        [CredentialFault.CmsNoSignedAttributes] = [root => Signer(root).Children.RemoveAt(3)],
        [CredentialFault.CmsSignedAttribute] =
        [
            root => Signer(root)[3].Children.RemoveAt(0),
            root => Attribute(root, CmsOids.MessageDigest)[0] = Oid("1.2.840.113549.1.9.5"),
            root => Attribute(root, CmsOids.SigningCertificateV2)[1, 0, 0, 0, 0].Content = new byte[31],
        ],
        [CredentialFault.CmsMessageDigest] = [root => Attribute(root, CmsOids.MessageDigest)[1, 0].Content = new byte[32], root => Data(root)[2, 1, 0].Content = [1]],
        [CredentialFault.CmsAlgorithm] =
        [
            root => Signer(root)[2].Children.Add(DerNode.Primitive(0x05)),
            root => Signer(root)[4][0] = Oid(Oids.EcdsaWithSha384),
            root => Data(root)[1, 0][0] = Oid(Oids.Sha512),
        ],
        [CredentialFault.CmsAlgorithmProtection] = [root => Attribute(root, CmsOids.AlgorithmProtection)[1, 0, 1][0] = Oid(Oids.EcdsaWithSha512)],
        [CredentialFault.CmsSignatureEncoding] = [root => Signer(root)[5].Content = [0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x01], root => Signer(root)[5].Content = new byte[64]],
        [CredentialFault.CmsUnsignedField] =
        [
            root => Data(root).Children.Insert(3, DerNode.Constructed(0xA0, DerNode.Parse(Branch.Leaf.RawData.Span))),
            root => Data(root).Children.Insert(3, DerNode.Constructed(0xA1)),
            root => Signer(root).Children.Add(DerNode.Constructed(0xA1, Attribute(root, CmsOids.ContentType))),
        ],
    };

    [Fact]
    public void TryParse_OwnEncoding_VerifiesWithItsCertificateAlone()
    {
        Assert.True(CmsSignedData.TryParse(Sample.RawData, Type, Longest, out var signed, out var error), $"{error}");
        Assert.Equal(Content, signed.Content.ToArray());
        Assert.Equal(CmsSignatureFault.None, signed.Verify(Branch.Leaf));
        Assert.Equal(CmsSignatureFault.OtherCertificate, signed.Verify(Branch.Lower.Certificate));
    }

    [Fact]
    public void TryParse_EveryBitFlip_IsRefusedOrDoesNotVerify()
    {
        var der = Sample.RawData.ToArray();
        for (var bit = 0; bit < 8 * der.Length; bit++)
        {
            var flipped = (byte[])der.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(CmsSignedData.TryParse(flipped, Type, Longest, out var signed, out _) && signed.Verify(Branch.Leaf) == CmsSignatureFault.None, $"bit {bit}");
        }
    }

    [Fact]
    public void TryParse_ContentBeyondTheCallersBound_IsRefused()
    {
        Assert.False(CmsSignedData.TryParse(Sample.RawData, Type, 2, out _, out var error));
        Assert.Equal(CredentialFault.TooLarge, error.Fault);
    }

    [Fact]
    public void TryParse_UnknownAttribute_IsRefusedWithoutRepeatingIt() =>
        Assert.Equal(
            new(CredentialFault.CmsSignedAttribute, "cms.signedAttrs.attribute"),
            Refused(static root => Attribute(root, CmsOids.MessageDigest)[0] = Oid("1.2.840.113549.1.9.5")));

    internal static IEnumerable<Func<CredentialError>> ProvocationsOf(CredentialFault fault) =>
        Defects.TryGetValue(fault, out var changes) ? changes.Select(static change => (Func<CredentialError>)(() => Refused(change))) : [];

    private static CredentialError Refused(Action<DerNode> change)
    {
        var root = DerNode.Parse(Sample.RawData.Span);
        change(root);
        return CmsSignedData.TryParse(root.Encode(), Type, Longest, out _, out var error) ? default : error;
    }

    private static DerNode Data(DerNode root) => root[1, 0];

    private static DerNode Signer(DerNode root) => Data(root).Children[^1][0];

    private static DerNode Attribute(DerNode root, string oid)
    {
        var wanted = Oid(oid).Content;
        return Signer(root)[3].Children.Single(attribute => attribute[0].Content.SequenceEqual(wanted));
    }

    private static DerNode Oid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return DerNode.Parse(writer.Encode());
    }
}
