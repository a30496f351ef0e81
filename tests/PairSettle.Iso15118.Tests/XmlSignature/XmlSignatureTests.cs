using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Testing.Pki;

namespace PairSettle.Iso15118.Tests.XmlSignature;

public sealed class XmlSignatureTests : IDisposable
{
    private readonly ThrowAwayPki _pki = ThrowAwayPki.Create(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _pki.Dispose();

    [Fact]
    public void Of_AuthorizationReqOfRiseV2G_HasItsFragment()
    {
        // The fragment that RISE V2G digests for Id ID1.
        const string Fragment = "80040152510C4086453583C1EAE302ED74141A8782D9BA29E8";
        Assert.True(Iso2Schema.TryDecodeFragment(Convert.FromHexString(Fragment), out AuthorizationReq? request, out var error), error.ToString());
        Assert.Equal("ID1", request.Id);
        Assert.Equal(16, request.GenChallenge!.Value.Length);
        var element = SignedElement.Of(request);
        Assert.Equal(Fragment, Convert.ToHexString(element.Fragment.Span));
        Assert.Equal(("AuthorizationReq", "ID1"), (element.Name, element.Id));
    }

    [Theory]
    [InlineData(SignedInfoGrammar.XmlDsig, SignedInfoAcceptance.Either, true)]
    [InlineData(SignedInfoGrammar.XmlDsig, SignedInfoAcceptance.XmlDsigOnly, true)]
    [InlineData(SignedInfoGrammar.XmlDsig, SignedInfoAcceptance.MessageDefinitionOnly, false)]
    [InlineData(SignedInfoGrammar.MessageDefinition, SignedInfoAcceptance.Either, true)]
    [InlineData(SignedInfoGrammar.MessageDefinition, SignedInfoAcceptance.XmlDsigOnly, false)]
    [InlineData(SignedInfoGrammar.MessageDefinition, SignedInfoAcceptance.MessageDefinitionOnly, true)]
    public void Verify_EitherGrammarOfSignedInfo_IsAcceptedAsAsked(SignedInfoGrammar grammar, SignedInfoAcceptance acceptance, bool valid)
    {
        var element = SignedElement.Of(Authorization());
        var signature = XmlSignatureBuilder.Sign([element], _pki.Contract.Signer, grammar);
        var report = XmlSignatureVerifier.Verify(signature, element, _pki.Contract.Leaf, acceptance);
        Assert.Equal(valid, report.IsValid);
        Assert.Equal(valid ? grammar : null, report.Grammar);
        Assert.Equal(valid ? [] : [XmlSignatureFault.SignatureMismatch], report.Findings.Select(finding => finding.Fault));
    }

    [Fact]
    public void Verify_MessageAfterItsWay_IsStillValid()
    {
        var request = Authorization();
        var signed = V2G_Message.Create(
            ExiBytes.FromHex("0102030405060708"), request, XmlSignatureBuilder.Sign(SignedElement.Of(request), _pki.Contract.Signer));
        Assert.True(V2G_Message.TryDecode(signed.ToExi(), out var received, out var error), error.ToString());
        var body = Assert.IsType<AuthorizationReq>(received.Body.BodyElement);
        Assert.True(XmlSignatureVerifier.Verify(received.Header.Signature, SignedElement.Of(body), _pki.Contract.Leaf).IsValid);
    }

    [Fact]
    public void Sign_WhatIso15118Writes_HasTheProfilesAlgorithmsAndNothingElse()
    {
        var signature = XmlSignatureBuilder.Sign(SignedElement.Of(Authorization()), _pki.Contract.Signer);
        Assert.Null(signature.Id);
        Assert.Null(signature.KeyInfo);
        Assert.Equal(64, signature.SignatureValue.Value.Length);
        Assert.Equal("http://www.w3.org/TR/canonical-exi/", signature.SignedInfo.CanonicalizationMethod.Algorithm);
        Assert.Equal("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", signature.SignedInfo.SignatureMethod.Algorithm);
        var reference = Assert.Single(signature.SignedInfo.Reference);
        Assert.Equal("#ID1", reference.URI);
        Assert.Equal("http://www.w3.org/TR/canonical-exi/", Assert.Single(reference.Transforms!.Transform).Algorithm);
        Assert.Equal("http://www.w3.org/2001/04/xmlenc#sha256", reference.DigestMethod.Algorithm);

        // Two grammars, one octet apart (209 and 210 octets were measured for one reference with an Id of three characters).
        Assert.Equal(209, XmlDsigSchema.EncodeFragment(signature.SignedInfo).Length);
        Assert.Equal(210, Iso2Schema.EncodeFragment(signature.SignedInfo).Length);
    }

    [Fact]
    public void Verify_EveryKindOfElement_IsCovered()
    {
        foreach (var elements in Elements())
        {
            var signature = XmlSignatureBuilder.Sign(elements, _pki.CertificateProvisioning.Signer);
            Assert.True(XmlSignatureVerifier.Verify(signature, elements, _pki.CertificateProvisioning.Leaf).IsValid);
            Assert.True(XmlSignatureVerifier.Verify(signature, [.. elements.Reverse()], _pki.CertificateProvisioning.Leaf).IsValid);

            foreach (var left in elements)
            {
                var fewer = elements.Where(element => element != left).ToList();
                var report = XmlSignatureVerifier.Verify(signature, fewer, _pki.CertificateProvisioning.Leaf);
                Assert.Equal([XmlSignatureFault.ReferenceUnknown], report.Findings.Select(finding => finding.Fault));
            }
        }
    }

    [Fact]
    public void Verify_AnElementThatNobodySigned_IsFoundAlthoughTheFirstReferenceIsRight()
    {
        var parts = Elements().Last();
        var signature = XmlSignatureBuilder.Sign([parts[0], parts[1]], _pki.Contract.Signer);
        var report = XmlSignatureVerifier.Verify(signature, [parts[0], parts[1], parts[2]], _pki.Contract.Leaf);
        Assert.Equal("V2G4008", Assert.Single(report.Findings).Code);
    }

    [Fact]
    public void Verify_SignatureOverAnotherElement_IsNotTakenForThisOne()
    {
        // A valid signature by the right key over something else, with the element's own Id elsewhere in the message.
        var other = SignedElement.Of(Authorization() with { GenChallenge = ExiBytes.Copy(new byte[16]) });
        var signature = XmlSignatureBuilder.Sign(other, _pki.Contract.Signer);
        var report = XmlSignatureVerifier.Verify(signature, SignedElement.Of(Authorization()), _pki.Contract.Leaf);
        Assert.Equal("V2G4011", Assert.Single(report.Findings).Code);
        Assert.Equal(SignedInfoGrammar.XmlDsig, report.Grammar);
    }

    [Fact]
    public void Verify_AnyBitOfTheValueOrADigest_Counts()
    {
        var element = SignedElement.Of(Authorization());
        var signature = XmlSignatureBuilder.Sign(element, _pki.Contract.Signer);
        for (var bit = 0; bit < 512; bit++)
        {
            var value = signature.SignatureValue.Value.ToArray();
            value[bit / 8] ^= (byte)(1 << (bit % 8));
            var report = XmlSignatureVerifier.Verify(
                signature with { SignatureValue = new() { Value = ExiBytes.Copy(value) } }, element, _pki.Contract.Leaf);
            Assert.Equal([XmlSignatureFault.SignatureMismatch], report.Findings.Select(finding => finding.Fault));
        }

        for (var bit = 0; bit < 256; bit++)
        {
            var digest = element.Digest();
            digest[bit / 8] ^= (byte)(1 << (bit % 8));
            var report = XmlSignatureVerifier.Verify(
                Change(signature, reference => reference with { DigestValue = ExiBytes.Copy(digest) }), element, _pki.Contract.Leaf);
            Assert.Equal([XmlSignatureFault.DigestMismatch, XmlSignatureFault.SignatureMismatch], report.Findings.Select(finding => finding.Fault));
        }
    }

    [Fact]
    public void Verify_DefectiveSignature_NamesTheDefect()
    {
        var element = SignedElement.Of(Authorization());
        var good = XmlSignatureBuilder.Sign(element, _pki.Contract.Signer);
        ExiList<ExiAnyElement> parameters = [new ExiUndeclaredElement { Name = new("urn:parameter", "p") }];

        Expect(null, XmlSignatureFault.SignatureMissing);
        Expect(With(info => info with { CanonicalizationMethod = new() { Algorithm = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315" } }), XmlSignatureFault.CanonicalizationUnsupported);
        Expect(With(info => info with { SignatureMethod = new() { Algorithm = "http://www.w3.org/2000/09/xmldsig#hmac-sha1" } }), XmlSignatureFault.SignatureMethodUnsupported);
        Expect(With(info => info with { SignatureMethod = info.SignatureMethod with { HMACOutputLength = 1 } }), XmlSignatureFault.ParametersPresent);
        Expect(With(info => info with { SignatureMethod = info.SignatureMethod with { Any = parameters } }), XmlSignatureFault.ParametersPresent);
        Expect(With(info => info with { SignatureMethod = info.SignatureMethod with { Text = [new(0, "text")] } }), XmlSignatureFault.ParametersPresent);
        Expect(With(info => info with { CanonicalizationMethod = info.CanonicalizationMethod with { Text = [new(0, "text")] } }), XmlSignatureFault.ParametersPresent);
        Expect(With(info => info with { CanonicalizationMethod = info.CanonicalizationMethod with { Any = parameters } }), XmlSignatureFault.ParametersPresent);
        Expect(Change(good, reference => reference with { DigestMethod = reference.DigestMethod with { Any = parameters } }), XmlSignatureFault.ParametersPresent);
        Expect(With(info => info with { Reference = [.. Enumerable.Repeat(info.Reference[0], 5)] }), XmlSignatureFault.ReferenceCountInvalid);
        Expect(With(info => info with { Reference = [info.Reference[0], info.Reference[0]] }), XmlSignatureFault.ReferenceDuplicate);
        Expect(With(info => info with { Reference = [info.Reference[0] with { URI = "#ID2" }, info.Reference[0]] }), XmlSignatureFault.ReferenceUnknown);
        Expect(Change(good, reference => reference with { URI = null }), XmlSignatureFault.ReferenceUriInvalid);
        Expect(Change(good, reference => reference with { URI = "" }), XmlSignatureFault.ReferenceUriInvalid);
        Expect(Change(good, reference => reference with { URI = "#" }), XmlSignatureFault.ReferenceUriInvalid);
        Expect(Change(good, reference => reference with { URI = "ID1" }), XmlSignatureFault.ReferenceUriInvalid);
        Expect(Change(good, reference => reference with { URI = "#id1" }), XmlSignatureFault.ReferenceUnknown);
        Expect(Change(good, reference => reference with { URI = "#ID10" }), XmlSignatureFault.ReferenceMissing);
        Expect(Change(good, reference => reference with { Transforms = null }), XmlSignatureFault.TransformUnsupported);
        Expect(Change(good, reference => reference with { Transforms = new() { Transform = [new() { Algorithm = "http://www.w3.org/TR/1999/REC-xpath-19991116" }] } }), XmlSignatureFault.TransformUnsupported);
        Expect(Change(good, reference => reference with { DigestMethod = new() { Algorithm = "http://www.w3.org/2000/09/xmldsig#sha1" } }), XmlSignatureFault.DigestMethodUnsupported);
        Expect(good with { SignatureValue = new() { Value = ExiBytes.Copy(new byte[63]) } }, XmlSignatureFault.SignatureValueLengthInvalid);
        Expect(good with { SignatureValue = new() { Value = ExiBytes.Copy(new byte[64]) } }, XmlSignatureFault.SignatureMismatch);

        void Expect(SignatureType? signature, XmlSignatureFault fault)
        {
            var report = XmlSignatureVerifier.Verify(signature, element, _pki.Contract.Leaf);
            Assert.False(report.IsValid);
            Assert.True(report.Has(fault), $"expected {fault}, found {report}");
        }

        SignatureType With(Func<SignedInfoType, SignedInfoType> change) => good with { SignedInfo = change(good.SignedInfo) };
    }

    [Fact]
    public void Verify_DefectiveElementsOrKey_NamesTheDefect()
    {
        var element = SignedElement.Of(Authorization());
        var signature = XmlSignatureBuilder.Sign(element, _pki.Contract.Signer);
        Assert.True(XmlSignatureVerifier.Verify(signature, [element, element], _pki.Contract.Leaf).Has(XmlSignatureFault.ElementIdDuplicate));
        var nameless = SignedElement.Of(Authorization() with { Id = null });
        Assert.True(XmlSignatureVerifier.Verify(signature, nameless, _pki.Contract.Leaf).Has(XmlSignatureFault.ElementIdMissing));
        Assert.True(XmlSignatureVerifier.Verify(signature, element, _pki.Secc.Leaf).Has(XmlSignatureFault.SignatureMismatch));
        var wrongCurve = _pki.Issue(CertificateUse.Contract, PkiDefect.WrongCurve).Credential;
        Assert.True(XmlSignatureVerifier.Verify(signature, element, wrongCurve.Leaf).Has(XmlSignatureFault.KeyUnsupported));
        Assert.Throws<ArgumentException>(() => XmlSignatureBuilder.Sign(element, wrongCurve.Signer));
        Assert.Throws<ArgumentException>(() => XmlSignatureBuilder.Sign(nameless, _pki.Contract.Signer));
        Assert.Throws<ArgumentException>(() => XmlSignatureBuilder.Sign([element, element], _pki.Contract.Signer));
        Assert.Throws<ArgumentException>(() => XmlSignatureBuilder.Sign([], _pki.Contract.Signer));
    }

    [Fact]
    public void Verify_ChangedElement_FailsItsDigest()
    {
        var receipt = Receipt();
        var signature = XmlSignatureBuilder.Sign(SignedElement.Of(receipt), _pki.Contract.Signer);
        foreach (var changed in new[]
        {
            receipt with { SessionID = ExiBytes.FromHex("0102030405060709") },
            receipt with { SAScheduleTupleID = 2 },
            receipt with { MeterInfo = receipt.MeterInfo with { MeterReading = 1235 } },
            receipt with { MeterInfo = receipt.MeterInfo with { MeterID = "m" } },
            receipt with { MeterInfo = receipt.MeterInfo with { TMeter = 1 } },
        })
        {
            var report = XmlSignatureVerifier.Verify(signature, SignedElement.Of(changed), _pki.Contract.Leaf);
            Assert.Equal([XmlSignatureFault.DigestMismatch], report.Findings.Select(finding => finding.Fault));
        }
    }

    private static AuthorizationReq Authorization() => new() { Id = "ID1", GenChallenge = ExiBytes.FromHex("000102030405060708090A0B0C0D0E0F") };

    private static MeteringReceiptReq Receipt() => new()
    {
        Id = "ID1",
        SessionID = ExiBytes.FromHex("0102030405060708"),
        SAScheduleTupleID = 1,
        MeterInfo = new() { MeterID = "M", MeterReading = 1234 },
    };

    private static CertificateChainType Chain(string? id = null) => new() { Id = id, Certificate = ExiBytes.Copy(new byte[600]) };

    private static IEnumerable<IReadOnlyList<SignedElement>> Elements()
    {
        yield return [SignedElement.Of(Receipt())];
        yield return
        [
            SignedElement.Of(new CertificateInstallationReq
            {
                Id = "id1",
                OEMProvisioningCert = ExiBytes.Copy(new byte[600]),
                ListOfRootCertificateIDs = new() { RootCertificateID = [new() { X509IssuerName = "CN=Root", X509SerialNumber = 12345 }] },
            }),
        ];
        yield return
        [
            SignedElement.Of(new CertificateUpdateReq
            {
                Id = "id1",
                ContractSignatureCertChain = Chain(),
                eMAID = "ENEXXC00000001",
                ListOfRootCertificateIDs = new() { RootCertificateID = [new() { X509IssuerName = "CN=Root", X509SerialNumber = 12345 }] },
            }),
        ];
        yield return SignedElement.TariffsOf(new SAScheduleListType
        {
            SAScheduleTuple =
            [
                Tuple(1, "id1"),
                Tuple(2, "id2"),
                Tuple(3, null),
            ],
        });
        yield return SignedElement.PartsOf(new CertificateInstallationRes
        {
            ResponseCode = ResponseCodeType.OK,
            SAProvisioningCertificateChain = Chain(),
            ContractSignatureCertChain = Chain("id1"),
            ContractSignatureEncryptedPrivateKey = new() { Id = "id2", Value = ExiBytes.Copy(new byte[48]) },
            DHpublickey = new() { Id = "id3", Value = ExiBytes.Copy(new byte[65]) },
            eMAID = new() { Id = "id4", Value = "ENEXXC00000001" },
        });
    }

    private static SAScheduleTupleType Tuple(byte number, string? tariffId) => new()
    {
        SAScheduleTupleID = number,
        PMaxSchedule = new()
        {
            PMaxScheduleEntry =
            [
                new() { TimeInterval = new RelativeTimeIntervalType { start = 0 }, PMax = new() { Multiplier = 0, Unit = UnitSymbolType.W, Value = 11000 } },
            ],
        },
        SalesTariff = new()
        {
            Id = tariffId,
            SalesTariffID = number,
            SalesTariffEntry = [new() { TimeInterval = new RelativeTimeIntervalType { start = 0 } }],
        },
    };

    private static SignatureType Change(SignatureType signature, Func<ReferenceType, ReferenceType> change) => signature with
    {
        SignedInfo = signature.SignedInfo with { Reference = [.. signature.SignedInfo.Reference.Select(change)] },
    };
}
