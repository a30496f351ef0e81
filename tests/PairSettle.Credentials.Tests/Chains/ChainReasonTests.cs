using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Provisioning;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Every reason has a chain that provokes it, and the effect that the documentation states.</summary>
public sealed class ChainReasonTests
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;
    private static readonly Lazy<TestBranch> Sound = new(() => new TestBranch());

    private static readonly ImmutableSortedDictionary<ChainReason, (FindingEffect Effect, Func<ChainReport> Provoke)> Provocations =
        new Dictionary<ChainReason, (FindingEffect, Func<ChainReport>)>
        {
            [ChainReason.NoPathToAnchor] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with { Anchors = TrustStore.Empty })),
            [ChainReason.AnchorRoleNotAllowed] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with
            {
                Anchors = TrustStore.Empty.With(AuthorityRole.Oem, Sound.Value.Root.Certificate),
            })),
            [ChainReason.SignatureInvalid] = (FindingEffect.Rejects, () => new TestBranch(afterwards: (leaf, _) => FlipLastBit(leaf)).Verify()),
            [ChainReason.Expired] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with { At = Now.AddDays(90).AddSeconds(1) })),
            [ChainReason.NotYetValid] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with { At = Now.AddDays(-30).AddSeconds(-1) })),
            [ChainReason.Revoked] = (FindingEffect.Rejects, () => Revoked(Now.AddHours(-2))),
            [ChainReason.RevocationUnknown] = (FindingEffect.Undetermines, () => Sound.Value.Verify(r => r with { Evidence = RevocationEvidence.Empty })),
            [ChainReason.EvidenceStale] = (FindingEffect.Notes, () => Sound.Value.Verify(r => r with { At = Now.AddDays(8) })),
            [ChainReason.EvidenceTooOld] = (FindingEffect.Undetermines, () => Sound.Value.Verify(r => r with { At = Now.AddDays(60) })),
            [ChainReason.EvidenceUnusable] = (FindingEffect.Notes, () => Sound.Value.Verify(r => r with
            {
                Evidence = r.Evidence.Merge(new TestBranch().Evidence(Now)),
            })),
            [ChainReason.RevokedLater] = (FindingEffect.Notes, () => Revoked(Now.AddHours(2))),
            [ChainReason.IssuerNotAuthority] = (FindingEffect.Rejects, () => new TestBranch(lower: Template(t => t with { IsAuthority = false, PathLength = null })).Verify()),
            [ChainReason.PathLengthExceeded] = (FindingEffect.Rejects, () => new TestBranch(upper: Template(t => t with { PathLength = 0 })).Verify()),
            [ChainReason.IssuerKeyUsage] = (FindingEffect.Rejects, () => new TestBranch(lower: Template(t => t with { KeyUsage = KeyUsage.CrlSign })).Verify()),
            [ChainReason.UnhandledCriticalExtension] = (FindingEffect.Rejects, () => new TestBranch(upper: Further("1.2.3.4", critical: true, 0x05, 0x00)).Verify()),
            [ChainReason.NameConstraintsUnchecked] = (FindingEffect.Rejects, () => new TestBranch(
                leaf: AlternativeName(0x88, 0x2A), upper: Constrain(0xA0, 0x88, 0x2A)).Verify()), // registeredID: a form without rules
            [ChainReason.NotVersion3] = (FindingEffect.Rejects, () => new TestBranch(afterwards: (leaf, key) => Resign(leaf, key, AsVersion1)).Verify()),
            [ChainReason.SerialNumberUnsuitable] = (FindingEffect.Rejects, () => new TestBranch(leaf: o => o with { SerialNumber = new byte[] { 0 } }).Verify()),
            [ChainReason.TimeEncodingUnsuitable] = (FindingEffect.Notes, () => new TestBranch(afterwards: (leaf, key) => Resign(leaf, key, WithGeneralizedTime)).Verify()),
            [ChainReason.PublicKeyUnusable] = (FindingEffect.Rejects, () => new TestBranch(leaf: OffTheCurve).Verify()),
            [ChainReason.AlgorithmNotAllowed] = (FindingEffect.Rejects, () => new TestBranch(leaf: o => o with
            {
                SubjectPublicKeyInfo = ECDsaSigner.Generate(SignatureAlgorithm.EcdsaP521Sha512).SubjectPublicKeyInfo,
            }).Verify()),
            [ChainReason.DomainComponentWrong] = (FindingEffect.Rejects, () => new TestBranch(leaf: Subject("DE8AA0012345670", "CPO")).Verify()),
            [ChainReason.KeyUsageWrong] = (FindingEffect.Rejects, () => new TestBranch(leaf: Template(t => t with { KeyUsage = KeyUsage.KeyAgreement })).Verify()),
            [ChainReason.ExtendedKeyUsageWrong] = (FindingEffect.Rejects, () => new TestBranch(leaf: Template(t => t with
            {
                ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication],
            })).Verify()),
            [ChainReason.CertificateTooLarge] = (FindingEffect.Rejects, () => new TestBranch(leaf: Further("1.2.3.4", critical: false, new byte[600])).Verify()),
            [ChainReason.ChainTooLong] = (FindingEffect.Rejects, ThreeIntermediates),
            [ChainReason.LeafIsAuthority] = (FindingEffect.Rejects, () => new TestBranch(leaf: Template(t => t with { IsAuthority = true })).Verify()),
            [ChainReason.LeafIssuedByRoot] = (FindingEffect.Rejects, IssuedByRoot),
            [ChainReason.LeafIsAnchor] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with { Leaf = Sound.Value.Root.Certificate })),
            [ChainReason.CommonNameUnsuitable] = (FindingEffect.Rejects, () => new TestBranch(leaf: Subject("nobody", "MO")).Verify()),
            [ChainReason.EmaidCheckCharacter] = (FindingEffect.Notes, () => new TestBranch(leaf: Subject("UKSWI123456791A", "MO")).Verify()),
            [ChainReason.ProfileExtensionNotCritical] = (FindingEffect.Rejects, () => new TestBranch(leaf: o => Further(Oids.KeyUsage, critical: false, 0x03, 0x02, 0x07, 0x80)(
                o with { Template = o.Template with { KeyUsage = KeyUsage.None } })).Verify()),
            [ChainReason.BudgetExhausted] = (FindingEffect.Undetermines, () => Sound.Value.Verify(r => r with { Policy = new ChainPolicy { Budget = new WorkBudget(2, 10) } })),
            [ChainReason.NameNotPermitted] = (FindingEffect.Rejects, () => new TestBranch(
                leaf: AlternativeName(0x82, "elsewhere.test"u8), upper: Constrain(0xA0, 0x82, "example.test"u8)).Verify()),
            [ChainReason.NameExcluded] = (FindingEffect.Rejects, () => new TestBranch(
                leaf: AlternativeName(0x82, "a.example.test"u8), upper: Constrain(0xA1, 0x82, "example.test"u8)).Verify()),
            [ChainReason.PolicyNotSatisfied] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with
            {
                Policy = new ChainPolicy { Policies = new PolicyRequirements { RequireExplicitPolicy = true } },
            })),
            [ChainReason.PolicyMappingInvalid] = (FindingEffect.Rejects, () => new TestBranch(
                upper: Further(Oids.PolicyMappings, critical: true, 0x30, 0x0C, 0x30, 0x0A, 0x06, 0x04, 0x55, 0x1D, 0x20, 0x00, 0x06, 0x02, 0x2A, 0x03)).Verify()),
            [ChainReason.IssuanceRuleBroken] = (FindingEffect.Notes, () => new TestBranch(
                lower: Further(Oids.InhibitAnyPolicy, critical: false, 0x02, 0x01, 0x00)).Verify()),
            [ChainReason.AnchorNotInForce] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with
            {
                Anchors = TrustStore.Empty.With(new TrustAnchor(AuthorityRole.MobilityOperator, Sound.Value.Root.Certificate) { ValidUntil = Now }),
            })),
            [ChainReason.PeerNameMismatch] = (FindingEffect.Rejects, () => Sound.Value.Verify(r => r with
            {
                Use = CertificateUse.General,
                PeerName = PeerName.Dns("example.test"),
            })),
            [ChainReason.SubjectFormWrong] = (FindingEffect.Rejects, VehicleRulesTests.VerifyForeignRole),
            [ChainReason.AuthorityUsageWrong] = (FindingEffect.Rejects, VehicleRulesTests.VerifyAuthorityThatSignsLists),
            [ChainReason.KeyIdentifierWrong] = (FindingEffect.Rejects, VehicleRulesTests.VerifyForeignKeyIdentifier),
            [ChainReason.EvccidCheckCharacter] = (FindingEffect.Notes, () => VehicleRulesTests.VerifyName("WM1V1234567890ABCDEF", IdentifierCheck.Note)),
            [ChainReason.OutlivesIssuer] = (FindingEffect.Notes, () => new TestBranch(leaf: o => o with { NotAfter = Now.AddDays(2_000) }).Verify()),
        }.ToImmutableSortedDictionary();

    public static TheoryData<ChainReason> Reasons => [.. Enum.GetValues<ChainReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Verify_Provocation_FindsTheReason(ChainReason reason)
    {
        Assert.True(Provocations.ContainsKey(reason), $"no chain provokes {reason}");
        var (effect, provoke) = Provocations[reason];
        var report = provoke();
        Assert.True(report.Has(reason), report.ToString());
        var finding = report.Findings.First(f => f.Reason == reason);
        Assert.Equal(effect, finding.Effect);
        Assert.Equal($"CRED{(int)reason}", finding.Code);
        var worst = report.Findings.Max(f => f.Effect);
        Assert.Equal(worst switch
        {
            FindingEffect.Rejects => ChainVerdict.Rejected,
            FindingEffect.Undetermines => ChainVerdict.Undetermined,
            _ => ChainVerdict.Trusted,
        }, report.Verdict);
        Assert.Equal(report.Verdict == ChainVerdict.Trusted, report.Chain is not null);
    }

    [Fact]
    public void Codes_InTheDocumentation_AreAllOfThemAndNoMore()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "formats", "credential-codes.md"));
        var documented = Regex.Matches(document, "^\\| CRED(\\d{4}) \\| `(\\w+)`", RegexOptions.Multiline)
            .Select(match => (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value)).ToArray();
        var defined = Enum.GetValues<ChainReason>().Select(reason => ((int)reason, reason.ToString()))
            .Concat(Enum.GetValues<CredentialFault>().Where(fault => fault != CredentialFault.None).Select(fault => ((int)fault, fault.ToString())))
            .Concat(Enum.GetValues<ProvisioningFault>().Where(fault => fault != ProvisioningFault.None).Select(fault => ((int)fault, fault.ToString())));
        Assert.Equal(defined, documented);
    }

    private static ChainReport Revoked(DateTimeOffset at)
    {
        var branch = new TestBranch();
        branch.Lower.Revoke(branch.Leaf, at, RevocationReason.KeyCompromise);
        return branch.Verify(r => r with { Evidence = branch.Evidence(Now.AddHours(3)) });
    }

    private static ChainReport ThreeIntermediates()
    {
        var branch = new TestBranch(lower: Template(t => t with { PathLength = 1 }), upper: Template(t => t with { PathLength = 2 }));
        var key = ECDsaSigner.Generate();
        var lowest = branch.Lower.IssueAuthority(TestBranch.Order("Lowest", CertificateTemplate.SubAuthority("MO", 0), key, 800), key);
        var leafKey = ECDsaSigner.Generate();
        var leaf = lowest.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, leafKey, 90));
        return branch.Verify(r => r with { Leaf = leaf, Intermediates = lowest.Chain });
    }

    private static ChainReport IssuedByRoot()
    {
        var key = ECDsaSigner.Generate();
        var leaf = Sound.Value.Root.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, key, 90));
        return Sound.Value.Verify(r => r with { Leaf = leaf });
    }

    private static Func<CertificateOrder, CertificateOrder> Template(Func<CertificateTemplate, CertificateTemplate> change) =>
        order => order with { Template = change(order.Template) };

    private static Func<CertificateOrder, CertificateOrder> Further(string oid, bool critical, params byte[] value) =>
        Template(template => template with { FurtherExtensions = template.FurtherExtensions.Add(new CertificateExtension(oid, critical, value)) });

    private static Func<CertificateOrder, CertificateOrder> AlternativeName(byte tag, params ReadOnlySpan<byte> name) =>
        Further(Oids.SubjectAltName, critical: false, DerNode.Constructed(0x30, DerNode.Primitive(tag, name.ToArray())).Encode());

    private static Func<CertificateOrder, CertificateOrder> Constrain(byte kind, byte tag, params ReadOnlySpan<byte> name) =>
        Further(
            Oids.NameConstraints,
            critical: true,
            DerNode.Constructed(0x30, DerNode.Constructed(kind, DerNode.Constructed(0x30, DerNode.Primitive(tag, name.ToArray())))).Encode());

    private static Func<CertificateOrder, CertificateOrder> Subject(string name, string domainComponent) =>
        order => order with { Subject = DistinguishedName.Create(name, "PairSettle", "DE", domainComponent) };

    private static CertificateOrder OffTheCurve(CertificateOrder order)
    {
        var info = order.SubjectPublicKeyInfo.ToArray();
        info[^1] ^= 0x01;
        return order with { SubjectPublicKeyInfo = info };
    }

    private static Certificate FlipLastBit(Certificate certificate)
    {
        var octets = certificate.RawData.ToArray();
        octets[^1] ^= 0x01;
        return Certificate.Parse(octets);
    }

    private static Certificate Resign(Certificate certificate, ICredentialSigner key, Action<DerNode> change)
    {
        var tbs = DerNode.Parse(certificate.RawData.Span)[0];
        change(tbs);
        return Certificate.Parse(DerWriting.Sign(tbs.Encode(), key));
    }

    private static void AsVersion1(DerNode tbs)
    {
        tbs.Children.RemoveAt(tbs.Children.Count - 1);
        tbs.Children.RemoveAt(0);
    }

    private static void WithGeneralizedTime(DerNode tbs)
    {
        var time = tbs[4, 1];
        time.Tag = 0x18;
        time.Content = [.. "20"u8, .. time.Content];
    }
}
