using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Chains of a vehicle that follow amendment 1 of ISO 15118-20, each with at most one thing that it does not allow.</summary>
public sealed class VehicleRulesTests
{
    private const string Name = "WM1V1234567890ABCDEF";
    private static readonly CertificateTemplate Authority = CertificateTemplate.Root("OEMEV") with { KeyUsage = KeyUsage.KeyCertSign };
    private static readonly CertificateTemplate Vehicle = CertificateTemplate.Vehicle with { DomainComponent = "OEMEV" };

    private static readonly Dictionary<string, (ChainReason Reason, int Index, Func<ChainReport> Verify)> Deviations = new()
    {
        ["domain component of the maker"] = (ChainReason.SubjectFormWrong, 0, () => Verify(leaf: Subject("OEM", null))),
        ["country in the leaf"] = (ChainReason.SubjectFormWrong, 0, () => Verify(leaf: Subject("OEMEV", "DE"))),
        ["no organization"] = (ChainReason.SubjectFormWrong, 0, () => Verify(leaf: o => o with { Subject = DistinguishedName.Create(Name, domainComponent: "OEMEV") })),
        ["printable common name"] = (ChainReason.SubjectFormWrong, 0, () => Verify(leaf: o => o with { Subject = Retagged(o.Subject, 0, 0x13) })),
        ["authority without the role"] = (ChainReason.SubjectFormWrong, 1, () => Verify(lower: o => o with { Subject = DistinguishedName.Create("Lower", "PairSettle") })),
        ["country in UTF-8"] = (ChainReason.SubjectFormWrong, 1, () => Verify(lower: o => o with
        {
            Subject = Retagged(DistinguishedName.Create("Lower", "PairSettle", "DE", "OEMEV"), 2, 0x0C),
        })),
        ["common name that is no EVCCID"] = (ChainReason.CommonNameUnsuitable, 0, () => Verify(leaf: o => o with
        {
            Subject = DistinguishedName.Create("WMIV1234567890ABCDEF", "PairSettle", null, "OEMEV"),
        })),
        ["leaf that enciphers data"] = (ChainReason.KeyUsageWrong, 0, () => Verify(leaf: Template(t => t with { KeyUsage = KeyUsage.DigitalSignature | KeyUsage.DataEncipherment }))),
        ["usages that are not critical"] = (ChainReason.ExtendedKeyUsageWrong, 0, () => Verify(leaf: Template(t => t with { ExtendedKeyUsageCritical = false }))),
        ["usage besides the TLS ones"] = (ChainReason.ExtendedKeyUsageWrong, 0, () => Verify(leaf: Template(t => t with
        {
            ExtendedKeyUsages = [ExtendedKeyUsages.ClientAuthentication, ExtendedKeyUsages.EmailProtection],
        }))),
        ["authority that signs lists"] = (ChainReason.AuthorityUsageWrong, 1, () => Verify(lower: Template(t => t with { KeyUsage = KeyUsage.KeyCertSign | KeyUsage.CrlSign }))),
        ["authority with a usage"] = (ChainReason.AuthorityUsageWrong, 1, () => Verify(lower: Template(t => t with { ExtendedKeyUsages = [ExtendedKeyUsages.ClientAuthentication] }))),
    };

    public static TheoryData<string> Names => [.. Deviations.Keys];

    [Fact]
    public void Verify_ChainOfAmendment1_IsTrusted()
    {
        var report = Verify();
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.True(Verify(leaf: Template(t => t with
        {
            ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication, ExtendedKeyUsages.ClientAuthentication],
        })).Verdict == ChainVerdict.Trusted);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Verify_OneDeviationFromAmendment1_IsRejectedWithItsCodeAlone(string name)
    {
        var (reason, index, verify) = Deviations[name];
        var report = verify();
        Assert.Equal([(reason, index)], report.Findings.Where(static f => f.Effect == FindingEffect.Rejects).Select(static f => (f.Reason, f.CertificateIndex)).Distinct());
    }

    [Fact]
    public void Verify_CommonRules_LeaveNamesAndAuthoritiesAlone() => Assert.Equal(
        ChainVerdict.Trusted,
        Verify(VehicleRules.Common, Subject("OEM", "DE"), Template(t => t with { KeyUsage = KeyUsage.KeyCertSign | KeyUsage.CrlSign })).Verdict);

    [Fact]
    public void Verify_PublishedRules_AllowOrganizationAndCommonNameAlone()
    {
        Assert.Equal(ChainVerdict.Trusted, Verify(VehicleRules.Published2022, o => o with { Subject = DistinguishedName.Create(Name, "PairSettle") }).Verdict);
        Assert.True(Verify(VehicleRules.Published2022).Has(ChainReason.SubjectFormWrong)); // the domain component of amendment 1
    }

    [Theory]
    [InlineData("WM1V1234567890ABCDEF", IdentifierCheck.Ignore, null)]
    [InlineData("WM1V1234567890ABCDEF", IdentifierCheck.Note, FindingEffect.Notes)]
    [InlineData("WM1V1234567890ABCDEF", IdentifierCheck.Require, FindingEffect.Rejects)]
    [InlineData("WM1V1234567890ABCDE5", IdentifierCheck.Require, null)]
    [InlineData("a name that is no EVCCID", IdentifierCheck.Require, null)]
    public void Verify_CheckCharacterOfTheEvccid_CountsAsThePolicySays(string name, IdentifierCheck check, FindingEffect? effect)
    {
        var report = VerifyName(name, check);
        Assert.Equal(effect, report.Findings.SingleOrDefault(f => f.Reason == ChainReason.EvccidCheckCharacter)?.Effect);
        Assert.Equal(effect == FindingEffect.Rejects ? ChainVerdict.Rejected : ChainVerdict.Trusted, report.Verdict);
    }

    [Fact]
    public void Compute_BothMethods_AreKnown()
    {
        // SHA-1 of "abc" (FIPS 180-4): A9993E36 4706816A BA3E2571 7850C26C 9CD0D89D.
        Assert.True(KeyIdentifier.IsOfKey(Convert.FromHexString("A9993E364706816ABA3E25717850C26C9CD0D89D"), "abc"u8));
        Assert.True(KeyIdentifier.IsOfKey(Convert.FromHexString("4850C26C9CD0D89D"), "abc"u8));
        Assert.False(KeyIdentifier.IsOfKey(Convert.FromHexString("7850C26C9CD0D89D"), "abc"u8));
        Assert.False(KeyIdentifier.IsOfKey([], "abc"u8));
        var info = Convert.FromHexString("300C300406022A03030400616263"); // the key "abc" of an unknown algorithm
        Assert.Equal("A9993E364706816ABA3E25717850C26C9CD0D89D", Convert.ToHexString(KeyIdentifier.Compute(info)));
        Assert.Equal("4850C26C9CD0D89D", Convert.ToHexString(KeyIdentifier.Compute(info, KeyIdentifierMethod.ShortSha1)));
    }

    /// <summary>A vehicle whose subjectKeyIdentifier is not made of its key.</summary>
    internal static ChainReport VerifyForeignKeyIdentifier() => Verify(afterwards: static tbs => tbs[7, 0, 3, 1].Content = [0x04, 0x02, 0x01, 0x02]);

    /// <summary>A vehicle under an authority that may sign lists.</summary>
    internal static ChainReport VerifyAuthorityThatSignsLists() => Deviations["authority that signs lists"].Verify();

    /// <summary>A vehicle of a name, by the common rules.</summary>
    internal static ChainReport VerifyName(string name, IdentifierCheck check) => Verify(
        VehicleRules.Common, leaf: o => o with { Subject = DistinguishedName.Create(name, "PairSettle") }, check: check);

    /// <summary>A vehicle with the domain component of its maker.</summary>
    internal static ChainReport VerifyForeignRole() => Deviations["domain component of the maker"].Verify();

    [Fact]
    public void Verify_KeyIdentifierThatIsNotOfTheKey_IsRejected() => Assert.True(VerifyForeignKeyIdentifier().Has(ChainReason.KeyIdentifierWrong));

    private static ChainReport Verify(
        VehicleRules rules = VehicleRules.Amendment1,
        Func<CertificateOrder, CertificateOrder>? leaf = null,
        Func<CertificateOrder, CertificateOrder>? lower = null,
        Action<DerNode>? afterwards = null,
        IdentifierCheck check = IdentifierCheck.Note)
    {
        var (rootKey, lowerKey, leafKey) = (ECDsaSigner.Generate(), ECDsaSigner.Generate(), ECDsaSigner.Generate());
        var root = CertificateAuthority.CreateRoot(TestBranch.Order("Root", CertificateTemplate.Root("OEM"), rootKey, 3_650), rootKey);
        var authority = root.IssueAuthority(Change(TestBranch.Order("Lower", Authority with { PathLength = 0 }, lowerKey, 900), lower), lowerKey);
        var order = TestBranch.Order(Name, Vehicle, leafKey, 90) with { Subject = DistinguishedName.Create(Name, "PairSettle", null, "OEMEV") };
        var issued = authority.Issue(Change(order, leaf));
        if (afterwards is not null)
        {
            var tbs = DerNode.Parse(issued.RawData.Span)[0];
            afterwards(tbs);
            issued = Certificate.Parse(DerWriting.Sign(tbs.Encode(), lowerKey));
        }

        return ChainVerifier.Verify(new ChainRequest
        {
            Leaf = issued,
            Intermediates = authority.Chain,
            Anchors = TrustStore.Empty.With(AuthorityRole.Oem, root.Certificate),
            Use = CertificateUse.Vehicle,
            At = PkiFixture.Now,
            Policy = ChainPolicy.WithoutRevocation with { VehicleRules = rules, EvccidCheck = check },
        });
    }

    private static CertificateOrder Change(CertificateOrder order, Func<CertificateOrder, CertificateOrder>? change) => change is null ? order : change(order);

    private static Func<CertificateOrder, CertificateOrder> Template(Func<CertificateTemplate, CertificateTemplate> change) =>
        order => order with { Template = change(order.Template) };

    private static Func<CertificateOrder, CertificateOrder> Subject(string domainComponent, string? country) =>
        order => order with { Subject = DistinguishedName.Create(Name, "PairSettle", country, domainComponent) };

    private static DistinguishedName Retagged(DistinguishedName name, int attribute, byte tag)
    {
        var tree = DerNode.Parse(name.RawData.Span);
        tree[attribute, 0, 1].Tag = tag;
        return DistinguishedName.Read(DerFields.Open(tree.Encode()), "name");
    }
}
