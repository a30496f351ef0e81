using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.TrustLists;

public sealed class TrustListVerifierTests
{
    private static readonly TrustListSample Sample = new();
    private static readonly DateTimeOffset Now = TrustListSample.Now;
    private static readonly TrustListReference Own = Sample.List.ToReference();

    private static readonly Dictionary<TrustListReason, (FindingEffect Effect, Func<TrustListRequest> Provoke)[]> Provocations = new()
    {
        [TrustListReason.SignatureInvalid] = [(FindingEffect.Rejects, WithTheCertificateOfAnother)],
        [TrustListReason.SignerRejected] =
        [
            (FindingEffect.Rejects, () => Sample.Request() with { Anchors = TrustStore.Empty }),
            (FindingEffect.Rejects, () => Sample.Request() with { Anchors = TrustStore.Empty.With(AuthorityRole.V2G, Sample.Root.Certificate) }),
            (FindingEffect.Rejects, () => Sample.Request() with { List = SignedTrustList.Sign(Sample.List, SignerOf(CertificateTemplate.Contract)) }),
        ],
        [TrustListReason.SignerUndetermined] = [(FindingEffect.Undetermines, () => Sample.Request() with { Policy = ChainPolicy.Default })],
        [TrustListReason.NotYetIssued] = [(FindingEffect.Rejects, () => Sample.Request() with { At = Now.AddDays(-1).AddSeconds(-1) })],
        [TrustListReason.Stale] =
        [
            (FindingEffect.Rejects, () => Sample.Request() with { At = Now.AddDays(30).AddSeconds(1) }),
            (FindingEffect.Undetermines, () => Sample.Request() with { At = Now.AddDays(31), Stale = StaleEvidence.Undetermined }),
            (FindingEffect.Notes, () => Sample.Request() with { At = Now.AddDays(31), Stale = StaleEvidence.Accept }),
        ],
        [TrustListReason.OtherList] =
        [
            (FindingEffect.Rejects, () => Sample.Request() with { ListId = "example.org/other" }),
            (FindingEffect.Rejects, () => Sample.Request() with { Known = Own with { ListId = "example.org/other" } }),
        ],
        [TrustListReason.RolledBack] = [(FindingEffect.Rejects, () => Sample.Request() with { Known = Own with { SequenceNumber = 8 } })],
        [TrustListReason.Forked] = [(FindingEffect.Rejects, () => Sample.Request() with { Known = Own with { Sha256 = new string('0', 64) } })],
    };

    public static TheoryData<TrustListReason> Reasons => [.. Enum.GetValues<TrustListReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Verify_Provocation_ReportsTheReasonAlone(TrustListReason reason)
    {
        foreach (var (effect, provoke) in Provocations[reason])
        {
            var report = TrustListVerifier.Verify(provoke());
            var finding = report.Findings.Single(finding => finding.Reason == reason);
            Assert.Equal((effect, $"CRED{(int)reason}"), (finding.Effect, finding.Code));
            Assert.Equal(effect == FindingEffect.Notes, report.List is not null);
            Assert.Equal(effect switch
            {
                FindingEffect.Rejects => ChainVerdict.Rejected,
                FindingEffect.Undetermines => ChainVerdict.Undetermined,
                _ => ChainVerdict.Trusted,
            }, report.Verdict);
        }
    }

    [Fact]
    public void Verify_SoundList_IsTrustedAndNamesItsPublisher()
    {
        var report = TrustListVerifier.Verify(Sample.Request() with { ListId = Own.ListId, Known = Own });
        Assert.Empty(report.Findings);
        Assert.Equal(Own, report.List!.Reference);
        Assert.Equal((Sample.Publisher.Leaf, AuthorityRole.TrustList), (report.List.Publisher.Leaf, report.List.Publisher.Role));
    }

    [Fact]
    public void Verify_RevokedSigner_IsRejected()
    {
        var sample = new TrustListSample();
        sample.Root.Revoke(sample.Publisher.Leaf, Now.AddHours(-1));
        var report = TrustListVerifier.Verify(sample.Request() with
        {
            Policy = ChainPolicy.Default,
            Evidence = RevocationEvidence.Create([sample.Root.CreateRevocationList(1, Now, Now.AddDays(1))]),
        });
        Assert.True(report.Signer.Has(ChainReason.Revoked));
        Assert.Equal(ChainVerdict.Rejected, report.Verdict);
    }

    [Fact]
    public void ListSigner_AnchorOfLists_VouchesForNothingElse()
    {
        // A publisher that turns on its readers must not reach beyond lists with its own root.
        var contract = SignerOf(CertificateTemplate.Contract);
        var declaration = SignerOf(CertificateTemplate.DeclarationSigner(AuthorityRole.MobilityOperator));
        foreach (var (leaf, use) in new[] { (contract.Leaf, CertificateUse.Contract), (declaration.Leaf, CertificateUse.Declaration) })
        {
            var report = ChainVerifier.Verify(new() { Leaf = leaf, Anchors = Sample.Anchors, Use = use, At = Now, Policy = ChainPolicy.WithoutRevocation });
            Assert.True(report.Has(ChainReason.AnchorRoleNotAllowed));
        }
    }

    private static Credential SignerOf(CertificateTemplate template)
    {
        var key = ECDsaSigner.Generate();
        return Sample.Root.IssueCredential(TestBranch.Order("DE8AA0012345670", template, key, 90), key);
    }

    private static TrustListRequest WithTheCertificateOfAnother()
    {
        var request = Sample.Request();
        Assert.True(SignedTrustList.TryParse(
            request.List.Signed.RawData, [SignerOf(CertificateTemplate.TrustListSigner).Leaf], out var list, out _));
        return request with { List = list };
    }
}
