using System.Collections.Immutable;
using PairSettle.Credentials.Issuing;

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
}
