using System.Collections.Immutable;
using PairSettle.Credentials.Issuing;
using static PairSettle.Credentials.Tests.ListSample;

namespace PairSettle.Credentials.Tests.Chains;

public sealed class WorkBudgetTests
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;

    [Fact]
    public void Verify_ExpiredAndValidIntermediateOfOneKey_FindsTheValidPath()
    {
        // Backtracking: the first candidate has the right key and the wrong validity.
        var branch = new TestBranch();
        var expired = branch.Upper.Issue(TestBranch.Order("Lower", CertificateTemplate.SubAuthority("MO", 0), branch.LowerKey, -1));
        foreach (var order in (ImmutableArray<Certificate>[])[[expired, .. branch.Lower.Chain], [.. branch.Lower.Chain, expired]])
        {
            var report = branch.Verify(r => r with { Intermediates = order });
            Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
            Assert.Equal(branch.Lower.Certificate, report.Chain!.Path[1]);
        }
    }

    [Fact]
    public void Verify_FloodOfForgedEvidence_NeverBecomesTrusted()
    {
        var branch = new TestBranch();
        var forger = CertificateAuthority.CreateRoot(
            TestBranch.Order("Lower", CertificateTemplate.Root("MO"), branch.LeafKey, 900), branch.LeafKey);
        var flood = RevocationEvidence.Create(Enumerable.Range(0, 200).Select(i => forger.CreateRevocationList(i, Now.AddSeconds(-i), Now.AddDays(1))));
        var report = branch.Verify(r => r with { Evidence = flood.Merge(r.Evidence) });
        Assert.True(report.Has(ChainReason.BudgetExhausted));
        Assert.Equal(ChainVerdict.Undetermined, report.Verdict);
    }

    [Theory]
    [InlineData(100_000, ChainReason.BudgetExhausted)]
    [InlineData(200_000, ChainReason.NoPathToAnchor)]
    public void Verify_ManyCertificatesOfOneAuthority_CountsEachLookAtEach(int lookups, ChainReason expected)
    {
        // Each leads to all of them again, and none further: 301 visits and no signature more than one each, but 90,000 looks, and once more for the report.
        const int Count = 300;
        var key = ECDsaSigner.Generate();
        var authority = CertificateAuthority.CreateRoot(TestBranch.Order("Same", CertificateTemplate.Root("MO"), key, 900), key);
        ImmutableArray<Certificate> crowd = [.. Enumerable.Range(0, Count).Select(_ => authority.Issue(TestBranch.Order("Same", CertificateTemplate.Root("MO"), key, 900)))];
        var leaf = authority.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90));

        var report = new TestBranch().Verify(r => r with { Leaf = leaf, Intermediates = crowd, Policy = Budget(lookups) });

        Assert.True(report.Has(expected), report.ToString());
    }

    [Theory]
    [InlineData(100, ChainVerdict.Undetermined)]
    [InlineData(2_000, ChainVerdict.Trusted)]
    public void Verify_ResponseOfManyAnswers_CountsEach(int lookups, ChainVerdict expected)
    {
        var branch = new TestBranch();
        var response = branch.Lower.CreateOcspResponse(Enumerable.Repeat(branch.Leaf, 250), Now.AddMinutes(-5), Now.AddDays(1));
        Assert.Equal(expected, branch.Verify(r => r with { Evidence = RevocationEvidence.Empty.With(response), Policy = Budget(lookups) with { Depth = RevocationDepth.Leaf } }).Verdict);
    }

    [Theory]
    [InlineData(10_000, ChainVerdict.Undetermined)]
    [InlineData(200_000, ChainVerdict.Trusted)]
    public void Verify_DistributionPointsOfManyNames_CountsEachPair(int lookups, ChainVerdict expected)
    {
        // Only the last of 200 names on either side is the same.
        DerNode Names(char kind) => DerNode.Constructed(
            0xA0, DerNode.Constructed(0xA0, [.. Enumerable.Range(0, 199).Select(i => Text(0x86, $"http://{kind}/{i}")), Text(0x86, "http://same")]));
        var points = new CertificateExtension(Oids.CrlDistributionPoints, Critical: false, Sequence(Sequence(Names('a'))).Encode());
        var branch = new TestBranch(leaf: order => order with { Template = order.Template with { FurtherExtensions = [points] } });
        var list = Sign(branch.Lower.Certificate.Subject, branch.LowerKey, 1, [], Scope(Names('b')));

        var report = branch.Verify(r => r with
        {
            Use = CertificateUse.General,
            Evidence = RevocationEvidence.Empty.With(list),
            Policy = Budget(lookups) with { Depth = RevocationDepth.Leaf },
        });

        Assert.True(report.Verdict == expected, report.ToString());
    }

    [Theory]
    [InlineData(4, ChainVerdict.Trusted)]
    [InlineData(20, ChainVerdict.Undetermined)]
    public void Verify_SignersWhoseListsOthersSign_AreFollowedNotTooDeep(int depth, ChainVerdict expected)
    {
        // The leaf names the first signer, whose certificate names the second one, and so on; the root answers for the last.
        var branch = new TestBranch();
        ECDsaSigner[] keys = [.. Enumerable.Range(0, depth).Select(_ => ECDsaSigner.Generate())];
        var indirect = Scope(DerNode.Primitive(0x84, 0xFF));
        CertificateOrder Pointing(CertificateOrder order, int to) => to == depth ? order : order with
        {
            Template = order.Template with
            {
                FurtherExtensions = [new(Oids.CrlDistributionPoints, Critical: false, Sequence(Sequence(DerNode.Constructed(0xA2, ListSample.Directory(Signer(to))))).Encode())],
            },
        };
        ImmutableArray<Certificate> signers = [.. keys.Select((key, i) => (i == depth - 1 ? branch.Root : branch.Upper).Issue(Pointing(
            TestBranch.Order("x", CertificateTemplate.Root("MO") with { IsAuthority = false, KeyUsage = KeyUsage.CrlSign }, key, 300) with { Subject = Signer(i) }, i + 1)))];
        var leaf = branch.Lower.Issue(Pointing(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, branch.LeafKey, 90), 0));
        EvidenceItem[] lists = [.. keys.Select((key, i) => Sign(Signer(i), key, 1, [], indirect)), branch.Root.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(7))];

        var report = branch.Verify(r => r with
        {
            Leaf = leaf,
            Intermediates = r.Intermediates.AddRange(signers),
            Evidence = RevocationEvidence.Create(lists),
            Policy = new ChainPolicy { Depth = RevocationDepth.Leaf },
            Use = CertificateUse.General,
        });

        Assert.True(report.Verdict == expected, report.ToString());
        Assert.False(report.Has(ChainReason.BudgetExhausted));
    }

    [Fact]
    public void Verify_ConstraintsOnNamesOfOtherForms_CostNoComparison()
    {
        DerNode[] networks = [.. Enumerable.Range(0, 200).Select(i => Sequence(DerNode.Primitive(0x87, 10, (byte)i, 0, 0, 255, 255, 0, 0)))];
        var constraints = new CertificateExtension(Oids.NameConstraints, Critical: true, Sequence(DerNode.Constructed(0xA1, networks)).Encode());
        var names = new CertificateExtension(Oids.SubjectAltName, Critical: false, Sequence([.. Enumerable.Range(0, 200).Select(i => Text(0x82, $"x{i}.test"))]).Encode());
        var branch = new TestBranch(
            leaf: order => order with { Template = order.Template with { FurtherExtensions = [names] } },
            lower: order => order with { Template = order.Template with { FurtherExtensions = [constraints] } });
        ChainVerdict Verify(int lookups) => branch.Verify(r => r with
        {
            Use = CertificateUse.General,
            Policy = ChainPolicy.WithoutRevocation with { Budget = new WorkBudget(100, 2_000, NameComparisons: 0, lookups) },
        }).Verdict;

        Assert.Equal(ChainVerdict.Trusted, Verify(1_000));
        Assert.Equal(ChainVerdict.Undetermined, Verify(100));
    }

    [Fact]
    public void Verify_NewLeafUnderKnownAuthorities_CostsOneSignature()
    {
        var branch = new TestBranch();
        var links = new VerifiedLinks();
        var policy = ChainPolicy.WithoutRevocation with { Budget = new WorkBudget(1, 10) };
        Assert.True(branch.Verify(r => r with { Links = links, Policy = policy }).Has(ChainReason.BudgetExhausted));
        Assert.Equal(ChainVerdict.Trusted, branch.Verify(r => r with { Links = links, Policy = ChainPolicy.WithoutRevocation }).Verdict);

        var another = branch.Lower.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90));
        Assert.Equal(ChainVerdict.Trusted, branch.Verify(r => r with { Leaf = another, Links = links, Policy = policy }).Verdict);
    }

    [Fact]
    public void Verify_KnownLinks_StillMeetEveryOtherCheck()
    {
        var branch = new TestBranch();
        var links = new VerifiedLinks();
        Assert.Equal(ChainVerdict.Trusted, branch.Verify(r => r with { Links = links }).Verdict);
        Assert.True(branch.Verify(r => r with { Links = links, At = Now.AddDays(2_000) }).Has(ChainReason.Expired));
        Assert.True(branch.Verify(r => r with { Links = links, Anchors = new TestBranch().Anchors }).Has(ChainReason.NoPathToAnchor));
    }

    [Fact]
    public void Verify_CrossCertificate_LeadsToTheOtherRoot()
    {
        var old = new TestBranch();
        var key = ECDsaSigner.Generate();
        var root = CertificateAuthority.CreateRoot(TestBranch.Order("Root 2", CertificateTemplate.Root("MO"), key, 3_650), key);
        var cross = root.Issue(TestBranch.Order("Root", CertificateTemplate.Root("MO"), old.RootKey, 3_000));
        var report = old.Verify(r => r with
        {
            Intermediates = r.Intermediates.Add(cross),
            Anchors = TrustStore.Empty.With(AuthorityRole.MobilityOperator, root.Certificate),
            Policy = ChainPolicy.WithoutRevocation,
        });

        // The path is found; it has one certificate more than the profile allows, and the report says so.
        Assert.Equal([ChainReason.ChainTooLong], report.Findings.Select(finding => finding.Reason));
    }

    private static ChainPolicy Budget(int lookups) => new() { Budget = new WorkBudget(100, 2_000, Lookups: lookups) };

    private static DistinguishedName Signer(int number) => DistinguishedName.Create($"Signer {number}", "PairSettle", "DE", "MO");
}
