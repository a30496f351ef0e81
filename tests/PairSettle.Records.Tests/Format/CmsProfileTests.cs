using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Tests.Format;

public sealed class CmsProfileTests
{
    private const string Sha256Oid = "2.16.840.1.101.3.4.2.1";
    private static readonly SignedPart<Acceptance> Part = new TestSession().Build().Acceptance!;

    private static Certificate Signer => TestSession.SharedKeys.Contract.Leaf;

    [Fact]
    public void TryParse_OwnEncoding_IsAcceptedAndVerifies()
    {
        Assert.True(SignedPart.TryParse<Acceptance>(Part.Encoded, out var parsed, out var error), error.ToString());
        Assert.Equal(Part, parsed);
        Assert.Equal(CmsSignatureFault.None, parsed.Verify(Signer));
    }

    [Fact]
    public void Verify_SystemSignedCms_AgreesWithOurs()
    {
        var cms = new SignedCms();
        cms.Decode(Part.Encoded.Span);
        using var certificate = X509CertificateLoader.LoadCertificate(Signer.RawData.Span);

        Assert.Equal(RecordOids.Acceptance, cms.ContentInfo.ContentType.Value);
        Assert.Equal(Part.Content.ToDer(), cms.ContentInfo.Content);
        var signer = Assert.Single(cms.SignerInfos.Cast<SignerInfo>());
        Assert.Equal(4, signer.SignedAttributes.Count);
        cms.CheckSignature([certificate], verifySignatureOnly: true);
    }

    [Theory]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    [InlineData(SignatureAlgorithm.EcdsaP384Sha384)]
    [InlineData(SignatureAlgorithm.EcdsaP521Sha512)]
    public void Sign_EachCurve_UsesItsPinnedDigestAndVerifiesInBothLibraries(SignatureAlgorithm algorithm)
    {
        var (credential, platform) = SelfSigned(algorithm);
        using (platform)
        {
            var content = Part.Content with { ContractChain = [TestSession.HashOf(credential.Leaf)] };
            var part = SignedPart.Sign(content, credential);

            Assert.Equal(algorithm, part.Algorithm);
            Assert.Equal(CmsSignatureFault.None, part.Verify(credential.Leaf));
            var cms = new SignedCms();
            cms.Decode(part.Encoded.Span);
            cms.CheckSignature([platform], verifySignatureOnly: true);
            Assert.True(SignedPart.TryParse<Acceptance>(part.Encoded, out _, out var error), error.ToString());
        }
    }

    [Fact]
    public void Verify_OtherCertificates_NamesTheDifference()
    {
        var pki = TestSession.SharedKeys;
        Assert.Equal(CmsSignatureFault.OtherCertificate, Part.Verify(pki.Secc.Leaf));
    }

    [Fact]
    public void Complete_SignatureOfAnotherKey_IsRefused()
    {
        var request = SignedPart.Prepare(Part.Content, Signer);
        var foreign = TestSession.SharedKeys.Secc.Signer.SignHash(request.Hash.Span);
        Assert.Throws<ArgumentException>(() => request.Complete(foreign));
    }

    [Fact]
    public void Sign_ContentOfAnotherSigner_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SignedPart.Sign(Part.Content, TestSession.SharedKeys.Secc));

    [Fact]
    public void TryParse_EveryBitFlipped_IsRefusedOrDoesNotVerify()
    {
        var octets = Part.Encoded.ToArray();
        for (var bit = 0; bit < octets.Length * 8; bit++)
        {
            octets[bit / 8] ^= (byte)(1 << (bit % 8));
            if (SignedPart.TryParse<Acceptance>(octets, out var parsed, out var error))
            {
                Assert.NotEqual(CmsSignatureFault.None, parsed.Verify(Signer));
            }
            else
            {
                Assert.NotEqual(RecordFault.None, error.Fault);
            }

            octets[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void TryParse_TruncatedAtEveryByte_IsRefused()
    {
        for (var length = 0; length < Part.Encoded.Length; length++)
        {
            Assert.False(SignedPart.TryParse<Acceptance>(Part.Encoded[..length], out _, out _));
        }
    }

    [Fact]
    public void TryParse_TrailingBytes_IsRefused() => AssertRefused([.. Part.Encoded.Span, 0, 0, 0], RecordFault.TrailingBytes);

    [Fact]
    public void TryParse_IndefiniteLength_IsRefused()
    {
        // The same object with an indefinite outer length: legal BER that common libraries accept.
        var definite = Part.Encoded.Span;
        var header = definite[1] == 0x82 ? 4 : 3;
        AssertRefused([0x30, 0x80, .. definite[header..], 0, 0], RecordFault.NotDer);
    }

    [Fact]
    public void TryParse_SignedAttributesReplayedAsContent_IsRefused()
    {
        // The attack of draft-ietf-lamps-cms-euf-cma-signeddata: a signature over attributes is also one over their bytes as content.
        var attributes = CmsWriter.SignedAttributes(
            RecordOids.Acceptance, Part.Content.ToDer(), Part.Content.SignerCertificate.ToArray(), SignatureAlgorithm.EcdsaP256Sha256);
        var forged = Rebuild(new() { Content = attributes, OmitSignedAttributes = true });
        AssertRefused(forged, RecordFault.CmsNoSignedAttributes);
        AssertRefused(Rebuild(new() { Content = attributes, OmitSignedAttributes = true, ContentType = "1.2.840.113549.1.7.1" }), RecordFault.CmsContentType);

        var library = new SignedCms();
        library.Decode(forged);
        using var certificate = X509CertificateLoader.LoadCertificate(Signer.RawData.Span);
        library.CheckSignature([certificate], verifySignatureOnly: true); // what a library calls verified is only the first check
    }

    [Fact]
    public void TryParse_ContentTypeData_IsRefused() =>
        AssertRefused(Rebuild(new() { ContentType = "1.2.840.113549.1.7.1" }), RecordFault.CmsContentType);

    [Fact]
    public void TryParse_ContentTypeOfAnotherPart_IsRefused()
    {
        Assert.False(SignedPart.TryParse<Offer>(Part.Encoded, out _, out var error));
        Assert.Equal(RecordFault.CmsContentType, error.Fault);
    }

    [Fact]
    public void TryParse_NoSigner_IsRefused() => AssertRefused(Rebuild(new() { Signers = 0 }), RecordFault.CmsSignerCount);

    [Fact]
    public void TryParse_SameSignerTwice_IsRefused() => AssertRefused(Rebuild(new() { Signers = 2 }), RecordFault.CmsSignerCount);

    [Fact]
    public void TryParse_IssuerAndSerialAsIdentifier_IsRefused() =>
        AssertRefused(Rebuild(new() { SignerVersion = 1 }), RecordFault.CmsSignerIdentifier);

    [Fact]
    public void TryParse_CertificateInside_IsRefused() =>
        AssertRefused(Rebuild(new() { Certificate = Signer.RawData.ToArray() }), RecordFault.CmsUnsignedField);

    [Fact]
    public void TryParse_UnsignedAttributes_IsRefused() =>
        AssertRefused(Rebuild(new() { UnsignedAttributes = true }), RecordFault.CmsUnsignedField);

    [Theory]
    [InlineData(CmsOids.ContentType)]
    [InlineData(CmsOids.MessageDigest)]
    [InlineData(CmsOids.SigningCertificateV2)]
    [InlineData(CmsOids.AlgorithmProtection)]
    public void TryParse_AttributeMissingOrDoubled_IsRefused(string oid)
    {
        AssertRefused(Rebuild(new() { WithoutAttribute = oid }), RecordFault.CmsSignedAttribute);
        AssertRefused(Rebuild(new() { DoubledAttribute = oid }), RecordFault.CmsSignedAttribute);
        AssertRefused(Rebuild(new() { DoubledValue = oid }), RecordFault.CmsSignedAttribute);
    }

    [Fact]
    public void TryParse_SigningTimeAttribute_IsRefused() =>
        AssertRefused(Rebuild(new() { ExtraAttribute = "1.2.840.113549.1.9.5" }), RecordFault.CmsSignedAttribute);

    [Fact]
    public void TryParse_AttributesOutOfOrder_IsRefused() =>
        AssertRefused(Rebuild(new() { ReverseAttributes = true }), RecordFault.NotDer);

    [Fact]
    public void TryParse_DigestOfOtherContent_IsRefused() =>
        AssertRefused(Rebuild(new() { Content = [.. Part.Content.ToDer()[..^1], 0xFF] }), RecordFault.CmsMessageDigest);

    [Fact]
    public void TryParse_UnpinnedAlgorithms_AreRefused()
    {
        AssertRefused(Rebuild(new() { SignatureOid = "1.2.840.10045.4.3.3" }), RecordFault.CmsAlgorithm);
        AssertRefused(Rebuild(new() { DigestOid = "1.3.14.3.2.26" }), RecordFault.CmsAlgorithm);
        AssertRefused(Rebuild(new() { SetDigestOid = "2.16.840.1.101.3.4.2.3" }), RecordFault.CmsAlgorithm);
        AssertRefused(Rebuild(new() { NullParameters = true }), RecordFault.CmsAlgorithm);
        AssertRefused(Rebuild(new() { ProtectedSignatureOid = "1.2.840.10045.4.3.4" }), RecordFault.CmsAlgorithmProtection);
    }

    [Fact]
    public void TryParse_OtherCertificateInAttribute_IsRefused() =>
        AssertRefused(Rebuild(new() { CertificateHash = new byte[32] }), RecordFault.CmsSigningCertificate);

    [Fact]
    public void TryParse_SignatureNotTwoPositiveIntegers_IsRefused()
    {
        AssertRefused(Rebuild(new() { Signature = [0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x01] }), RecordFault.CmsSignatureEncoding);
        AssertRefused(Rebuild(new() { Signature = new byte[64] }), RecordFault.CmsSignatureEncoding);
    }

    [Fact]
    public void TryParse_OtherVersions_AreRefused()
    {
        AssertRefused(Rebuild(new() { Version = 1 }), RecordFault.CmsNotSignedData);
        AssertRefused(Rebuild(new() { OuterType = "1.2.840.113549.1.7.1" }), RecordFault.CmsNotSignedData);
    }

    [Fact]
    public void TryParse_TooLong_IsRefused() => AssertRefused(new byte[70_000], RecordFault.TooLarge);

    [Fact]
    public void Rebuild_WithoutAChange_IsOurEncoding() => Assert.Equal(Part.Encoded.ToArray(), Rebuild(new()));

    [CorpusFact("cms/cades.der")]
    public void TryParse_ForeignBlobs_AreAllRefusedForTheirOwnReason()
    {
        var expected = new Dictionary<string, RecordFault>
        {
            ["sattack.der"] = RecordFault.CmsContentType,
            ["stripped.der"] = RecordFault.CmsContentType,
            ["dup.der"] = RecordFault.CmsContentType,
            ["trail.der"] = RecordFault.TrailingBytes,
            ["ber.der"] = RecordFault.NotDer,
            ["ka.der"] = RecordFault.CmsNotSignedData,
            ["eku.der"] = RecordFault.CmsNotSignedData,
            ["evidence.der"] = RecordFault.CmsNotSignedData,
            ["full.der"] = RecordFault.CmsContentType,
            ["cades.der"] = RecordFault.CmsContentType,
            ["two.der"] = RecordFault.CmsContentType,
            ["dn_two.der"] = RecordFault.CmsContentType,
            ["one.der"] = RecordFault.CmsContentType,
        };
        foreach (var (name, fault) in expected)
        {
            var octets = File.ReadAllBytes(SharedData.PathOf("cms/" + name)!);
            Assert.False(SignedPart.TryParse<Offer>(octets, out _, out var error), name);
            Assert.True(fault == error.Fault, $"{name}: {error}");
        }
    }

    [CorpusFact("cms/cades.der")]
    public void TryParse_ForeignBlobsWithTheirContentType_FailOnTheirDefect()
    {
        // The same blobs, asked for by the content type that they carry: now the profile's other rules have to refuse them.
        var expected = new Dictionary<string, CredentialFault>
        {
            ["stripped.der"] = CredentialFault.CmsSignedAttribute,
            ["dup.der"] = CredentialFault.CmsSignerCount,
            ["evidence.der"] = CredentialFault.CmsNotSignedData,
            ["full.der"] = CredentialFault.CmsUnsignedField,
            ["cades.der"] = CredentialFault.CmsSignerCount,
            ["one.der"] = CredentialFault.CmsSignedAttribute,
        };
        foreach (var (name, fault) in expected)
        {
            var octets = File.ReadAllBytes(SharedData.PathOf("cms/" + name)!);
            Assert.False(CmsSignedData.TryParse(octets, "1.3.6.1.4.1.55555.1.1", octets.Length, out _, out var error), name);
            Assert.True(fault == error.Fault, $"{name}: {error}");
        }

        var attack = File.ReadAllBytes(SharedData.PathOf("cms/sattack.der")!);
        Assert.False(CmsSignedData.TryParse(attack, "1.2.840.113549.1.7.1", attack.Length, out _, out var refused));
        Assert.Equal(CredentialFault.CmsNoSignedAttributes, refused.Fault);
    }

    internal static (Credential Credential, X509Certificate2 Platform) SelfSigned(SignatureAlgorithm algorithm)
    {
        var (curve, hash) = algorithm switch
        {
            SignatureAlgorithm.EcdsaP256Sha256 => (ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256),
            SignatureAlgorithm.EcdsaP384Sha384 => (ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384),
            _ => (ECCurve.NamedCurves.nistP521, HashAlgorithmName.SHA512),
        };
        var key = ECDsa.Create(curve);
        var request = new CertificateRequest("CN=Signer", key, hash);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var platform = request.CreateSelfSigned(TestSession.Now.AddDays(-1), TestSession.Now.AddDays(1));
        return (new(Certificate.Parse(platform.RawData), [], new ECDsaSigner(key)), platform);
    }

    private static void AssertRefused(byte[] cms, RecordFault fault)
    {
        Assert.False(SignedPart.TryParse<Acceptance>(cms, out _, out var error));
        Assert.Equal(fault, error.Fault);
    }

    private sealed record Change
    {
        public byte[]? Content { get; init; }

        public string ContentType { get; init; } = RecordOids.Acceptance;

        public string OuterType { get; init; } = CmsOids.SignedData;

        public int Version { get; init; } = 3;

        public int SignerVersion { get; init; } = 3;

        public int Signers { get; init; } = 1;

        public bool OmitSignedAttributes { get; init; }

        public bool UnsignedAttributes { get; init; }

        public bool ReverseAttributes { get; init; }

        public bool NullParameters { get; init; }

        public byte[]? Certificate { get; init; }

        public byte[]? CertificateHash { get; init; }

        public byte[]? Signature { get; init; }

        public string? WithoutAttribute { get; init; }

        public string? DoubledAttribute { get; init; }

        public string? DoubledValue { get; init; }

        public string? ExtraAttribute { get; init; }

        public string DigestOid { get; init; } = Sha256Oid;

        public string SetDigestOid { get; init; } = Sha256Oid;

        public string SignatureOid { get; init; } = "1.2.840.10045.4.3.2";

        public string ProtectedSignatureOid { get; init; } = "1.2.840.10045.4.3.2";
    }

    // An independent writer of the same structure, with one thing wrong at a time; BER rules so that it can also write what DER forbids.
    private static byte[] Rebuild(Change change)
    {
        var original = Part.Content.ToDer();
        var content = change.Content ?? original;
        var attributes = new List<byte[]>
        {
            Attribute(CmsOids.ContentType, change, w => w.WriteObjectIdentifier(RecordOids.Acceptance)),
            Attribute(CmsOids.MessageDigest, change, w => w.WriteOctetString(SHA256.HashData(original))),
            Attribute(CmsOids.SigningCertificateV2, change, w =>
            {
                using (w.PushSequence())
                using (w.PushSequence())
                using (w.PushSequence())
                {
                    w.WriteOctetString(change.CertificateHash ?? Part.Content.SignerCertificate.ToArray());
                }
            }),
            Attribute(CmsOids.AlgorithmProtection, change, w =>
            {
                using (w.PushSequence())
                {
                    Algorithm(w, Sha256Oid, false);
                    Algorithm(w, change.ProtectedSignatureOid, false, new(TagClass.ContextSpecific, 1));
                }
            }),
        };
        attributes.RemoveAll(attribute => change.WithoutAttribute is { } oid && attribute.AsSpan().IndexOf(Oid(oid)) == 2);
        if (change.DoubledAttribute is { } doubled)
        {
            attributes.Add(attributes.First(attribute => attribute.AsSpan().IndexOf(Oid(doubled)) == 2));
        }

        if (change.ExtraAttribute is { } extra)
        {
            attributes.Add(Attribute(extra, change, w => w.WriteUtcTime(TestSession.Now)));
        }

        attributes.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        if (change.ReverseAttributes)
        {
            attributes.Reverse();
        }

        var signature = change.Signature ?? SignatureOf(Part.Encoded);
        var writer = new AsnWriter(AsnEncodingRules.BER);
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(change.OuterType);
            using (writer.PushSequence(context0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(change.Version);
                using (writer.PushSetOf())
                {
                    Algorithm(writer, change.SetDigestOid, change.NullParameters);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(change.ContentType);
                    using (writer.PushSequence(context0))
                    {
                        writer.WriteOctetString(content);
                    }
                }

                if (change.Certificate is { } certificate)
                {
                    using (writer.PushSetOf(context0))
                    {
                        writer.WriteEncodedValue(certificate);
                    }
                }

                using (writer.PushSetOf())
                {
                    for (var i = 0; i < change.Signers; i++)
                    {
                        WriteSigner(writer, change, attributes, signature);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteSigner(AsnWriter writer, Change change, List<byte[]> attributes, byte[] signature)
    {
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        using (writer.PushSequence())
        {
            writer.WriteInteger(change.SignerVersion);
            writer.WriteOctetString(Signer.SubjectKeyIdentifier.Span, context0);
            Algorithm(writer, change.DigestOid, change.NullParameters);
            if (!change.OmitSignedAttributes)
            {
                using (writer.PushSequence(context0))
                {
                    attributes.ForEach(attribute => writer.WriteEncodedValue(attribute));
                }
            }

            Algorithm(writer, change.SignatureOid, false);
            writer.WriteOctetString(signature);
            if (change.UnsignedAttributes)
            {
                using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 1)))
                {
                    writer.WriteEncodedValue(attributes[0]);
                }
            }
        }
    }

    private static byte[] Attribute(string oid, Change change, Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                write(writer);
                if (change.DoubledValue == oid)
                {
                    write(writer);
                }
            }
        }

        return writer.Encode();
    }

    private static void Algorithm(AsnWriter writer, string oid, bool withNull, Asn1Tag? tag = null)
    {
        using (writer.PushSequence(tag))
        {
            writer.WriteObjectIdentifier(oid);
            if (withNull)
            {
                writer.WriteNull();
            }
        }
    }

    private static byte[] Oid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }

    private static byte[] SignatureOf(ReadOnlyMemory<byte> cms)
    {
        var decoded = new SignedCms();
        decoded.Decode(cms.Span);
        return decoded.SignerInfos[0].GetSignature();
    }
}
