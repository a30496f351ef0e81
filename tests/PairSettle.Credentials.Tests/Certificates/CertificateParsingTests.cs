using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Certificates;

/// <summary>Every fault is provoked by one wrong field in a certificate that is otherwise right.</summary>
public sealed class CertificateParsingTests
{
    // TBSCertificate of the sound leaf: 0 version, 1 serial, 2 algorithm, 3 issuer, 4 validity, 5 subject, 6 key, 7 extensions
    // (7,0: 0 basicConstraints, 1 keyUsage, 2 subjectKeyIdentifier, 3 authorityKeyIdentifier).
    private static readonly Certificate Sound = new TestBranch().Leaf;

    private static readonly Dictionary<string, (CredentialFault Fault, Action<DerNode> Change)> Faults = new()
    {
        ["bit string instead of sequence"] = (CredentialFault.MalformedDer, c => c[0].Tag = 0x23),
        ["signature missing"] = (CredentialFault.MalformedDer, c => c.Children.RemoveAt(2)),
        ["ECDSA algorithm with NULL parameters"] = (CredentialFault.MalformedDer, c => AddNull(c[1])),
        ["unused bits in the signature"] = (CredentialFault.MalformedDer, c => c[2].Content[0] = 1),
        ["unused bits in the key"] = (CredentialFault.MalformedDer, c => c[0, 6, 1].Content[0] = 1),
        ["critical FALSE written out"] = (CredentialFault.MalformedDer, c => c[0, 7, 0, 2].Children.Insert(1, DerNode.Primitive(0x01, 0x00))),
        ["no extension at all"] = (CredentialFault.MalformedDer, c => c[0, 7, 0].Children.Clear()),
        ["serial number with a padding octet"] = (CredentialFault.MalformedDer, c => c[0, 1].Content = [0x00, 0x01]),
        ["field after the signature"] = (CredentialFault.TrailingData, c => AddNull(c)),
        ["field after the extensions"] = (CredentialFault.TrailingData, c => AddNull(c[0])),
        ["third time"] = (CredentialFault.TrailingData, c => c[0, 4].Children.Add(c[0, 4, 0])),
        ["version 4"] = (CredentialFault.UnsupportedVersion, c => c[0, 0, 0].Content = [3]),
        ["version 1 written out"] = (CredentialFault.UnsupportedVersion, c => c[0, 0, 0].Content = [0]),
        ["extensions in version 2"] = (CredentialFault.UnsupportedVersion, c => c[0, 0, 0].Content = [1]),
        ["unique identifier in version 1"] = (CredentialFault.UnsupportedVersion, c =>
        {
            c[0].Children[7] = DerNode.Primitive(0x81, 0x00, 0x01);
            c[0].Children.RemoveAt(0);
        }),
        ["other algorithm inside"] = (CredentialFault.AlgorithmMismatch, c => c[0, 2, 0].Content[^1] = 3),
        ["explicit curve"] = (CredentialFault.ExplicitCurve, c => c[0, 6, 0].Children[1] = DerNode.Constructed(0x30)),
        ["no curve"] = (CredentialFault.ExplicitCurve, c => c[0, 6, 0].Children.RemoveAt(1)),
        ["compressed point"] = (CredentialFault.InvalidPublicKey, c => c[0, 6, 1].Content = [0x00, 0x02, .. new byte[32]]),
        ["hybrid point"] = (CredentialFault.InvalidPublicKey, c => c[0, 6, 1].Content[1] = 0x06),
        ["point at infinity"] = (CredentialFault.InvalidPublicKey, c => c[0, 6, 1].Content = [0x00, 0x00]),
        ["point of another curve"] = (CredentialFault.InvalidPublicKey, c => c[0, 6, 0, 1].Content = [0x2B, 0x81, 0x04, 0x00, 0x22]),
        ["r with a padding octet"] = (CredentialFault.InvalidSignatureEncoding, c => c[2].Content = [0x00, 0x30, 0x07, 0x02, 0x02, 0x00, 0x01, 0x02, 0x01, 0x01]),
        ["r of zero"] = (CredentialFault.InvalidSignatureEncoding, c => c[2].Content = [0x00, 0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x01]),
        ["negative s"] = (CredentialFault.InvalidSignatureEncoding, c => c[2].Content = [0x00, 0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x81]),
        ["octets after s"] = (CredentialFault.InvalidSignatureEncoding, c => c[2].Content = [0x00, 0x30, 0x08, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x05, 0x00]),
        ["signature length in long form"] = (CredentialFault.InvalidSignatureEncoding, c => c[2].Content = [0x00, 0x30, 0x81, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]),
        ["signature r || s"] = (CredentialFault.InvalidSignatureEncoding, c => c[2].Content = [0x00, .. new byte[64]]),
        ["serial number of 65 octets"] = (CredentialFault.InvalidSerialNumber, c => c[0, 1].Content = [0x01, .. new byte[64]]),
        ["UTCTime without seconds"] = (CredentialFault.InvalidTime, c => c[0, 4, 0].Content = [.. "2611220000Z"u8]),
        ["UTCTime with an offset"] = (CredentialFault.InvalidTime, c => c[0, 4, 0].Content = [.. "261122000000+0100"u8]),
        ["13th month"] = (CredentialFault.InvalidTime, c => c[0, 4, 0].Content = [.. "261322000000Z"u8]),
        ["GeneralizedTime with trailing zeros"] = (CredentialFault.InvalidTime, c => c[0].Children[4].Children[1] = DerNode.Primitive(0x18, [.. "20600101000000.50Z"u8])),
        ["GeneralizedTime with a fraction"] = (CredentialFault.InvalidTime, c => c[0].Children[4].Children[1] = DerNode.Primitive(0x18, [.. "20600101000000.5Z"u8])),
        ["GeneralizedTime with a tiny fraction"] = (CredentialFault.InvalidTime, c => c[0].Children[4].Children[1] = DerNode.Primitive(0x18, [.. "20600101000000.000000001Z"u8])),
        ["integer instead of time"] = (CredentialFault.InvalidTime, c => c[0, 4, 0].Tag = 0x02),
        ["end before beginning"] = (CredentialFault.InvalidTime, c => c[0, 4].Children.Reverse()),
        ["empty issuer"] = (CredentialFault.InvalidName, c => c[0, 3].Children.Clear()),
        ["empty relative name"] = (CredentialFault.InvalidName, c => c[0, 5, 0].Children.Clear()),
        ["broken UTF-8"] = (CredentialFault.InvalidName, c => c[0, 5, 0, 0, 1].Content = [0xC3, 0x28]),
        ["repeated extension"] = (CredentialFault.DuplicateExtension, c => c[0, 7, 0].Children.Add(c[0, 7, 0, 2])),
        ["FALSE in basicConstraints"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 0, 2].Content = [0x30, 0x03, 0x01, 0x01, 0x00]),
        ["path length without authority"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 0, 2].Content = [0x30, 0x03, 0x02, 0x01, 0x00]),
        ["negative path length"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 0, 2].Content = [0x30, 0x06, 0x01, 0x01, 0xFF, 0x02, 0x01, 0xFF]),
        ["octets after basicConstraints"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 0, 2].Content = [0x30, 0x00, 0x05, 0x00]),
        ["key usage with trailing zero bits"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 1, 2].Content = [0x03, 0x02, 0x06, 0x80]),
        ["key usage without a bit"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 1, 2].Content = [0x03, 0x01, 0x00]),
        ["tenth key usage bit"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 1, 2].Content = [0x03, 0x03, 0x06, 0x80, 0x40]),
        ["key usage as octet string"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 1, 2].Content = [0x04, 0x02, 0x07, 0x80]),
        ["empty subject key identifier"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 2, 1].Content = [0x04, 0x00]),
        ["authority serial without issuer"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0, 3, 1].Content = [0x30, 0x03, 0x82, 0x01, 0x01]),
        ["65 distribution points"] = (CredentialFault.InvalidExtension, c => AddPoints(c, 65)),
        ["relative distribution point under a long issuer"] = (CredentialFault.InvalidExtension, c =>
        {
            c[0, 3, 0, 0, 1].Content = [.. Enumerable.Repeat((byte)'x', 2_048)]; // each point would hold a copy of it
            AddPoints(c, 1);
        }),
        ["empty extended key usage"] = (CredentialFault.InvalidExtension, c => c[0, 7, 0].Children.Add(
            DerNode.Constructed(0x30, DerNode.Primitive(0x06, 0x55, 0x1D, 0x25), DerNode.Primitive(0x04, 0x30, 0x00)))),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    /// <summary>Encodings that must be refused with a fault.</summary>
    internal static IEnumerable<byte[]> ProvocationsOf(CredentialFault fault)
    {
        foreach (var (expected, change) in Faults.Values)
        {
            if (expected == fault)
            {
                var tree = DerNode.Parse(Sound.RawData.Span);
                change(tree);
                yield return tree.Encode();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OneWrongField_IsRefusedWithItsCode(string name)
    {
        var tree = DerNode.Parse(Sound.RawData.Span);
        Faults[name].Change(tree);

        Assert.False(Certificate.TryParse(tree.Encode(), out var certificate, out var error));
        Assert.Null(certificate);
        Assert.Equal(Faults[name].Fault, error.Fault);
        Assert.Equal($"CRED{(int)error.Fault}", error.Code);
        Assert.StartsWith("certificate", error.Path, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<CredentialContentException>(() => Certificate.Parse(tree.Encode())).Error);
    }

    /// <summary>NULL, or nothing where somebody forgot it (RFC 4055, 5).</summary>
    [Theory]
    [InlineData("0500", CredentialFault.None)]
    [InlineData("", CredentialFault.None)]
    [InlineData("3000", CredentialFault.MalformedDer)]
    [InlineData("05000500", CredentialFault.TrailingData)]
    [InlineData("050100", CredentialFault.MalformedDer)]
    public void TryParse_RsaAlgorithm_TakesNoOtherParametersThanNull(string parameters, CredentialFault expected)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=a", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(PkiFixture.Now, PkiFixture.Now.AddDays(1));
        var tree = DerNode.Parse(made.RawData);
        foreach (var algorithm in (DerNode[])[tree[0, 2], tree[1]])
        {
            algorithm.Children.RemoveAt(1);
            for (var rest = Convert.FromHexString(parameters); rest.Length > 0; rest = rest[(2 + rest[1])..])
            {
                algorithm.Children.Add(rest[0] == 0x30 ? DerNode.Constructed(0x30) : DerNode.Primitive(rest[0], rest[2..(2 + rest[1])]));
            }
        }

        Assert.Equal(expected == CredentialFault.None, Certificate.TryParse(tree.Encode(), out _, out var error));
        Assert.Equal(expected, error.Fault);
    }

    [Theory]
    [InlineData(4, CredentialFault.None)]
    [InlineData(5, CredentialFault.InvalidExtension)] // each holds a copy of the issuer's name, which may be nearly the whole certificate
    public void TryParse_RelativeDistributionPoints_AreFew(int count, CredentialFault expected)
    {
        var points = Enumerable.Range(0, count).Select(static _ => DerNode.Constructed(0x30, DerNode.Constructed(0xA0, DerNode.Constructed(
            0xA1, DerNode.Constructed(0x30, DerNode.Primitive(0x06, 0x55, 0x04, 0x03), DerNode.Primitive(0x0C, (byte)'a'))))));
        var tree = DerNode.Parse(Sound.RawData.Span);
        tree[0, 7, 0].Children.Add(DerNode.Constructed(
            0x30, DerNode.Primitive(0x06, 0x55, 0x1D, 0x1F), DerNode.Primitive(0x04, DerNode.Constructed(0x30, [.. points]).Encode())));

        Assert.Equal(expected == CredentialFault.None, Certificate.TryParse(tree.Encode(), out _, out var error));
        Assert.Equal(expected, error.Fault);
    }

    [Fact]
    public void TryParse_OctetsAfterTheEnd_IsTrailingData()
    {
        Assert.False(Certificate.TryParse((byte[])[.. Sound.RawData.Span, 0x00], out _, out var error));
        Assert.Equal(CredentialFault.TrailingData, error.Fault);
    }

    [Fact]
    public void TryParse_LongerThanTheBound_IsTooLarge()
    {
        Assert.False(Certificate.TryParse(new byte[Certificate.MaxLength + 1], out _, out var error));
        Assert.Equal(CredentialFault.TooLarge, error.Fault);
    }

    [Fact]
    public void TryParse_IndefiniteLength_IsMalformed()
    {
        byte[] indefinite = [0x30, 0x80, .. Sound.RawData.Span[4..], 0x00, 0x00];
        Assert.False(Certificate.TryParse(indefinite, out _, out var error));
        Assert.Equal(CredentialFault.MalformedDer, error.Fault);
    }

    [Fact]
    public void Parse_SoundCertificate_ShowsItsFields()
    {
        Assert.Equal(3, Sound.Version);
        Assert.Equal("DE8AA0012345670", Sound.Subject.CommonName);
        Assert.Equal("Lower", Sound.Issuer.CommonName);
        Assert.Equal("PairSettle", Sound.Subject.Organization);
        Assert.Equal("DE", Sound.Subject.Country);
        Assert.Equal("MO", Assert.Single(Sound.Subject.DomainComponents));
        Assert.Equal(PkiFixture.Now.AddDays(-30), Sound.NotBefore);
        Assert.Equal(PkiFixture.Now.AddDays(90), Sound.NotAfter);
        Assert.Equal(KeyAlgorithm.EcP256, Sound.KeyAlgorithm);
        Assert.Equal(CertificateTemplate.Contract.KeyUsage, Sound.KeyUsage);
        Assert.True(Sound.HasKeyUsage);
        Assert.False(Sound.IsAuthority);
        Assert.Equal(20, Sound.SubjectKeyIdentifier.Length);
        Assert.Equal(15, Sound.SerialNumber.Length);
        Assert.Equal(KeyIdentifier.Compute(Sound.SubjectPublicKeyInfo), Sound.SubjectKeyIdentifier.ToArray());
    }

    [Fact]
    public void Parse_KeepsItsOwnCopyOfTheOctets()
    {
        var octets = Sound.RawData.ToArray();
        var parsed = Certificate.Parse(octets);
        Array.Clear(octets);
        Assert.Equal(Sound, parsed);
        Assert.Equal(Sound.RawData.ToArray(), parsed.RawData.ToArray());
    }

    [Fact]
    public void VerifyHash_SignatureOfAnotherLengthOrKey_IsFalse()
    {
        var branch = new TestBranch();
        var hash = new byte[32];
        var signature = branch.LeafKey.SignHash(hash);
        Assert.Equal(64, signature.Length);
        Assert.True(branch.Leaf.VerifyHash(hash, signature));
        Assert.False(branch.Leaf.VerifyHash(hash, signature.AsSpan(0, 63)));
        Assert.False(branch.Leaf.VerifyHash(hash, EcdsaSignatureFormat.ToDer(signature)));
        Assert.False(Sound.VerifyHash(hash, signature));
        Assert.False(branch.Leaf.VerifyHash(hash, new byte[64]));
    }

    [Fact]
    public async Task VerifyHash_ManyThreadsAtOnce_AllSucceed()
    {
        var branch = new TestBranch();
        var hash = new byte[32];
        var signature = branch.LeafKey.SignHash(hash);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 50).All(_ => branch.Leaf.VerifyHash(hash, signature)))));
        Assert.All(results, Assert.True);
    }

    // Points that are named relative to the issuer's name.
    private static void AddPoints(DerNode certificate, int count)
    {
        var name = DerNode.Constructed(0x30, DerNode.Primitive(0x06, 0x55, 0x04, 0x03), DerNode.Primitive(0x0C, (byte)'a'));
        var point = DerNode.Constructed(0x30, DerNode.Constructed(0xA0, DerNode.Constructed(0xA1, name)));
        var points = DerNode.Constructed(0x30, [.. Enumerable.Repeat(point, count)]);
        certificate[0, 7, 0].Children.Add(DerNode.Constructed(0x30, DerNode.Primitive(0x06, 0x55, 0x1D, 0x1F), DerNode.Primitive(0x04, points.Encode())));
    }

    private static void AddNull(DerNode node) => node.Children.Add(DerNode.Primitive(0x05));
}
