using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials.BouncyCastle;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

public sealed class CertificationRequestTests : IDisposable
{
    // CertificationRequest: 0 info (0 version, 1 subject, 2 key, 3 attributes), 1 algorithm, 2 signature.
    private static readonly Dictionary<string, (CredentialFault Fault, Action<DerNode> Change)> Defects = new()
    {
        ["no attributes"] = (CredentialFault.MalformedDer, r => r[0].Children.RemoveAt(3)),
        ["version 2"] = (CredentialFault.UnsupportedVersion, r => r[0, 0].Content = [1]),
        ["field after the attributes"] = (CredentialFault.TrailingData, r => r[0].Children.Add(DerNode.Primitive(0x05))),
        ["field after the signature"] = (CredentialFault.TrailingData, r => r.Children.Add(DerNode.Primitive(0x05))),
        ["explicit curve"] = (CredentialFault.ExplicitCurve, r => r[0, 2, 0].Children[1] = DerNode.Constructed(0x30)),
        ["compressed point"] = (CredentialFault.InvalidPublicKey, r => r[0, 2, 1].Content = [0x00, 0x02, .. new byte[32]]),
        ["point beside the curve"] = (CredentialFault.NotSignedByOwnKey, r => r[0, 2, 1].Content[^1] ^= 1),
        ["signature with a padding octet"] = (CredentialFault.InvalidSignatureEncoding, r => r[2].Content = [0x00, 0x30, 0x07, 0x02, 0x02, 0x00, 0x01, 0x02, 0x01, 0x01]),
        ["attribute twice"] = (CredentialFault.DuplicateItem, r => r[0, 3].Children.Add(r[0, 3, 0])),
        ["extension twice"] = (CredentialFault.DuplicateExtension, r => r[0, 3, 0, 1, 0].Children.Add(r[0, 3, 0, 1, 0, 0])),
        ["17 attributes"] = (CredentialFault.TooManyItems, r =>
        {
            for (byte i = 0; i < 17; i++)
            {
                r[0, 3].Children.Insert(i, DerNode.Constructed(0x30, DerNode.Primitive(0x06, 0x29, i), DerNode.Constructed(0x31)));
            }
        }),
        ["other name"] = (CredentialFault.NotSignedByOwnKey, r => r[0, 1, 0, 0, 1].Content[0] ^= 1),
        ["algorithm that is none of ours"] = (CredentialFault.NotSignedByOwnKey, r => r[1, 0].Content[^1] = 1),
    };

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static TheoryData<string> Names => [.. Defects.Keys];

    public void Dispose() => _key.Dispose();

    /// <summary>Provokes a fault that only requests have.</summary>
    internal static IEnumerable<Func<CredentialError>> ProvocationsOf(CredentialFault fault) =>
        Defects.Values.Where(defect => defect.Fault == fault).Select(static defect => (Func<CredentialError>)(() => ErrorOf(defect.Change)));

    [Fact]
    public void TryParse_RequestOfThePlatform_GivesItsParts()
    {
        var der = Request();

        Assert.True(CertificationRequest.TryParse(der, out var request, out var error), error.ToString());
        Assert.Equal(der, request.RawData.ToArray());
        Assert.Equal(_key.ExportSubjectPublicKeyInfo(), request.SubjectPublicKeyInfo.ToArray());
        Assert.Equal(KeyAlgorithm.EcP256, request.KeyAlgorithm);
        Assert.Equal("DE8AA0012345670", request.Subject.CommonName);
        Assert.DoesNotContain("0012345670", request.Subject.ToString(), StringComparison.Ordinal);
        Assert.Equal(["2.5.29.15", "2.5.29.17"], request.Extensions.Select(static extension => extension.Oid));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OneWrongField_IsRefusedWithItsCode(string name) => Assert.Equal(Defects[name].Fault, ErrorOf(Defects[name].Change).Fault);

    [Fact]
    public void TryParse_CutOrLongerOrTooLong_IsRefused()
    {
        var der = Request();
        for (var length = 0; length < der.Length; length++)
        {
            Assert.False(CertificationRequest.TryParse(der.AsMemory(0, length), out _, out _));
        }

        Assert.Equal(CredentialFault.TrailingData, ErrorOf([.. der, 0]).Fault);
        Assert.Equal(CredentialFault.TooLarge, ErrorOf(new byte[CertificationRequest.MaxLength + 1]).Fault);
    }

    [Fact]
    public void TryParse_EverySingleBitFlip_IsRefused()
    {
        var der = Request();
        for (var bit = 0; bit < 8 * der.Length; bit++)
        {
            var flipped = (byte[])der.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(CredentialFault.None, ErrorOf(flipped).Fault);
        }
    }

    [Fact]
    public void TryParse_RsaKeys_SignByPkcs1AndPss()
    {
        using var key = RSA.Create(2048);
        foreach (var padding in (RSASignaturePadding[])[RSASignaturePadding.Pkcs1, RSASignaturePadding.Pss])
        {
            var der = new CertificateRequest("CN=a", key, HashAlgorithmName.SHA256, padding).CreateSigningRequest();
            Assert.True(CertificationRequest.TryParse(der, out var request, out var error), $"{padding}: {error}");
            Assert.Empty(request.Extensions);
        }

        foreach (var parameters in (DerNode[][])[[], [DerNode.Constructed(0x30)]])
        {
            var other = DerNode.Parse(new CertificateRequest("CN=a", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest());
            other[1].Children.RemoveAt(1);
            other[1].Children.AddRange(parameters);
            Assert.Equal(CredentialFault.MalformedDer, ErrorOf(other.Encode()).Fault); // another form of what the key signed
        }

        // Right in itself, and refused for its hash: sha1WithRSAEncryption.
        var tree = DerNode.Parse(new CertificateRequest("CN=a", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest());
        tree[1, 0].Content[^1] = 5;
        tree[2].Content = [0, .. key.SignData(tree[0].Encode(), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)];
        Assert.Equal(CredentialFault.NotSignedByOwnKey, ErrorOf(tree.Encode()).Fault);
    }

    [Fact]
    public void TryParse_Ed448_NeedsTheProvider()
    {
        var der = EdwardsRequest(BouncyCastleSigner.Generate(SignatureAlgorithm.Ed448));

        Assert.False(CertificationRequest.TryParse(der, out _, out var error));
        Assert.Equal(CredentialFault.NotSignedByOwnKey, error.Fault);
        Assert.True(CertificationRequest.TryParse(der, out var request, out error, BouncyCastleAlgorithms.EdwardsCurves), error.ToString());
        Assert.Equal(KeyAlgorithm.Ed448, request.KeyAlgorithm);
        der[^1] ^= 1;
        Assert.False(CertificationRequest.TryParse(der, out _, out _, BouncyCastleAlgorithms.EdwardsCurves));
    }

    [Theory]
    [InlineData("CERTIFICATE REQUEST")]
    [InlineData("NEW CERTIFICATE REQUEST")]
    public void TryParse_Text_FindsTheOneRequest(string label)
    {
        var block = PemEncoding.WriteString(label, Request());
        var other = PemEncoding.WriteString("EC PARAMETERS", [6, 0]);

        Assert.True(CertificationRequest.TryParse($"Subject: somebody\n{other}\n{block}\n", out _, out var error), error.ToString());
        Assert.False(CertificationRequest.TryParse($"{block}\n{block}\n", out _, out error));
        Assert.Equal(CredentialFault.InvalidPem, error.Fault);
        Assert.False(CertificationRequest.TryParse(other, out _, out error));
        Assert.Equal(CredentialFault.InvalidPem, error.Fault);
        Assert.False(CertificationRequest.TryParse(block + new string(' ', CertificationRequest.MaxTextLength), out _, out error));
        Assert.Equal(CredentialFault.TooLarge, error.Fault);
    }

    private static CredentialError ErrorOf(Action<DerNode> change)
    {
        using var tests = new CertificationRequestTests();
        var tree = DerNode.Parse(tests.Request());
        change(tree);
        return ErrorOf(tree.Encode());
    }

    private static CredentialError ErrorOf(byte[] der)
    {
        Assert.Equal(CertificationRequest.TryParse(der, out var request, out var error), request is not null);
        return error;
    }

    private static byte[] EdwardsRequest(BouncyCastleSigner signer)
    {
        var info = DerNode.Constructed(
            0x30,
            DerNode.Primitive(0x02, 0),
            DerNode.Parse(DistinguishedName.Create("a").RawData.Span),
            DerNode.Parse(signer.SubjectPublicKeyInfo.Span),
            DerNode.Constructed(0xA0)).Encode();
        return DerWriting.Sign(info, signer);
    }

    private byte[] Request()
    {
        var request = new CertificateRequest("CN=DE8AA0012345670", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("example.test");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSigningRequest();
    }
}
