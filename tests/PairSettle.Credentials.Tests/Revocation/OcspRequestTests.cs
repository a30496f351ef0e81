using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Revocation;

public sealed class OcspRequestTests
{
    private static readonly TestBranch Branch = new();

    private static OcspCertificateId Id => OcspCertificateId.Create(Branch.Leaf, Branch.Lower.Certificate);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    public void TryParse_WrittenRequest_GivesTheSame(int nonceLength)
    {
        var nonce = new byte[nonceLength];
        nonce.AsSpan().Fill(7);
        Assert.True(OcspRequest.TryParse(OcspRequest.Create([Id, Id], nonce).RawData, out var request, out _));
        Assert.Equal([Id, Id], request.Certificates.AsEnumerable());
        Assert.Equal(nonce, request.Nonce.ToArray());
        Assert.False(request.HasUnknownCriticalExtension);
    }

    [Fact]
    public void Create_MoreThanTheBounds_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => OcspRequest.Create([]));
        Assert.Throws<ArgumentException>(() => OcspRequest.Create([Id], new byte[OcspRequest.MaxNonceLength + 1]));
        Assert.Throws<ArgumentException>(() => OcspRequest.Create(Enumerable.Repeat(Id, OcspRequest.MaxCertificates + 1)));
        Assert.Equal(OcspRequest.MaxCertificates, OcspRequest.Create(Enumerable.Repeat(Id, OcspRequest.MaxCertificates)).Certificates.Length);
    }

    public static TheoryData<string, CredentialFault> Defects => new()
    {
        { "version", CredentialFault.UnsupportedVersion },
        { "empty nonce", CredentialFault.InvalidExtension },
        { "nonce without wrapping", CredentialFault.InvalidExtension },
        { "hash with parameters", CredentialFault.MalformedDer },
        { "surplus in the identifier", CredentialFault.TrailingData },
        { "surplus in the request", CredentialFault.TrailingData },
        { "surplus behind the request", CredentialFault.TrailingData },
        { "doubled extension", CredentialFault.DuplicateExtension },
        { "too long", CredentialFault.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void TryParse_Defect_IsRefusedWithItsCode(string defect, CredentialFault fault)
    {
        Assert.False(OcspRequest.TryParse(Damaged(defect), out _, out var error));
        Assert.Equal(fault, error.Fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryParse_UnknownExtension_IsSaidOnlyWhereItIsCritical(bool critical)
    {
        var root = DerNode.Parse(OcspRequest.Create([Id]).RawData.Span);
        root[0].Children.Add(DerNode.Constructed(0xA2, ListSample.Sequence(ListSample.Extension("1.2.3", critical, DerNode.Primitive(0x05)))));
        Assert.True(OcspRequest.TryParse(root.Encode(), out var request, out _));
        Assert.Equal(critical, request.HasUnknownCriticalExtension);
    }

    [Fact]
    public void TryParse_NameAndSignatureOfTheRequestor_ArePassedOver()
    {
        var root = DerNode.Parse(OcspRequest.Create([Id], new byte[16]).RawData.Span);
        root[0].Children.Insert(0, DerNode.Constructed(0xA1, ListSample.Directory(Branch.Leaf.Subject)));
        root.Children.Add(DerNode.Constructed(0xA0, ListSample.Sequence(
            DerNode.Parse(Convert.FromHexString("300A06082A8648CE3D040302")), DerNode.Primitive(0x03, 0, 1, 2, 3), DerNode.Constructed(0xA0))));
        Assert.True(OcspRequest.TryParse(root.Encode(), out var request, out var error), $"{error}");
        Assert.Equal(Id, Assert.Single(request.Certificates));
    }

    [Fact]
    public void IsIssuedBy_AnyOfTheHashes_FindsTheIssuerAndNoOther()
    {
        foreach (var (oid, hash) in ((string, Func<byte[], byte[]>)[])
            [
                (Oids.Sha256, System.Security.Cryptography.SHA256.HashData),
                (Oids.Sha384, System.Security.Cryptography.SHA384.HashData),
                (Oids.Sha512, System.Security.Cryptography.SHA512.HashData),
            ])
        {
            var root = DerNode.Parse(OcspRequest.Create([Id]).RawData.Span);
            var id = root[0, 0, 0, 0];
            id[0] = ListSample.Sequence(Oid(oid));
            id[1].Content = hash(Branch.Lower.Certificate.Subject.RawData.ToArray());
            id[2].Content = hash(Branch.Lower.Certificate.PublicKey.ToArray());
            Assert.True(OcspRequest.TryParse(root.Encode(), out var request, out _));
            Assert.True(request.Certificates[0].IsIssuedBy(Branch.Lower.Certificate));
            Assert.False(request.Certificates[0].IsIssuedBy(Branch.Upper.Certificate));
        }
    }

    private static byte[] Damaged(string defect)
    {
        var root = DerNode.Parse(OcspRequest.Create([Id], new byte[16]).RawData.Span);
        var extensions = root[0, 1, 0];
        switch (defect)
        {
            case "version":
                root[0].Children.Insert(0, DerNode.Constructed(0xA0, DerNode.Primitive(0x02, 0)));
                break;
            case "empty nonce":
                extensions[0, 1].Content = [0x04, 0x00];
                break;
            case "nonce without wrapping":
                extensions[0, 1].Content = new byte[16];
                break;
            case "hash with parameters":
                root[0, 0, 0, 0, 0, 1] = DerNode.Primitive(0x02, 1);
                break;
            case "surplus in the identifier":
                root[0, 0, 0, 0].Children.Add(DerNode.Primitive(0x05));
                break;
            case "surplus in the request":
                root[0].Children.Add(DerNode.Primitive(0x05));
                break;
            case "surplus behind the request":
                return [.. root.Encode(), 0];
            case "doubled extension":
                extensions.Children.Add(extensions[0]);
                break;
            default:
                return new byte[OcspRequest.MaxLength + 1];
        }

        return root.Encode();
    }

    private static DerNode Oid(string oid)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return DerNode.Parse(writer.Encode());
    }
}
