using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.TrustLists;

/// <summary>A publisher, its list of the anchors of a branch, and the verifier's question about it.</summary>
internal sealed class TrustListSample
{
    public static readonly DateTimeOffset Now = PkiFixture.Now;

    private readonly ECDsaSigner _rootKey = ECDsaSigner.Generate();
    private readonly ECDsaSigner _key = ECDsaSigner.Generate();

    public TrustListSample()
    {
        Root = CertificateAuthority.CreateRoot(TestBranch.Order("List root", CertificateTemplate.Root("LIST"), _rootKey, 3_650), _rootKey);
        Publisher = Root.IssueCredential(TestBranch.Order("Publisher", CertificateTemplate.TrustListSigner, _key, 300), _key);
    }

    public TestBranch Branch { get; } = new();

    public CertificateAuthority Root { get; }

    public Credential Publisher { get; }

    public TrustStore Anchors => TrustStore.Empty.With(AuthorityRole.TrustList, Root.Certificate);

    public TrustList List => new()
    {
        ListId = "example.org/roots",
        SequenceNumber = 7,
        IssuedAt = Now.AddDays(-1),
        NextUpdate = Now.AddDays(30),
        Anchors = [new(AuthorityRole.MobilityOperator, Branch.Root.Certificate, Now.AddDays(-10))],
    };

    public TrustListRequest Request(TrustList? list = null) => new()
    {
        List = SignedTrustList.Sign(list ?? List, Publisher),
        Anchors = Anchors,
        At = Now,
        Policy = ChainPolicy.WithoutRevocation,
    };

    public VerifiedTrustList Verified(Func<TrustList, TrustList>? change = null)
    {
        var report = TrustListVerifier.Verify(Request(change is null ? List : change(List)));
        Assert.True(report.Verdict == ChainVerdict.Trusted, string.Join("; ", report.Findings));
        return report.List!;
    }
}
