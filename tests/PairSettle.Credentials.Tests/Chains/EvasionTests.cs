using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Chains that an authority, or whoever hands intermediates over, makes to get around a rule or to stop the verifier.</summary>
public sealed class EvasionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Verify_RootThatIssuedTheLeafAmongTheIntermediates_IsStillTheRoot(bool anew)
    {
        var branch = new TestBranch();
        var leaf = branch.Root.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, branch.LeafKey, 90));
        var root = anew
            ? CertificateAuthority.CreateRoot(TestBranch.Order("Root", CertificateTemplate.Root("MO"), branch.RootKey, 900), branch.RootKey).Certificate
            : branch.Root.Certificate;

        var report = branch.Verify(r => r with { Leaf = leaf, Intermediates = [root], Policy = ChainPolicy.WithoutRevocation });

        Assert.Equal([ChainReason.LeafIssuedByRoot], report.Findings.Select(static finding => finding.Reason));
    }

    [Fact]
    public void Verify_LeafOfAnotherKeyOfTheRoot_WasIssuedByTheRoot()
    {
        var branch = new TestBranch();
        var key = ECDsaSigner.Generate();
        var rollover = branch.Root.IssueAuthority(TestBranch.Order("Root", CertificateTemplate.Root("MO"), key, 900), key);
        var leaf = rollover.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, branch.LeafKey, 90));

        var report = branch.Verify(r => r with { Leaf = leaf, Intermediates = [rollover.Certificate], Policy = ChainPolicy.WithoutRevocation });

        Assert.Equal([ChainReason.LeafIssuedByRoot], report.Findings.Select(static finding => finding.Reason));
    }

    [Fact]
    public void Verify_PolicyMappedToAnyPolicyAndMappedOn_IsRejected()
    {
        // Below the first mapping anyPolicy has parents that are not anyPolicy; the second one asks for those.
        var (one, two, any) = (Policy(0x2A, 0x03), Policy(0x2A, 0x04), Policy(0x55, 0x1D, 0x20, 0x00));
        var branch = new TestBranch(leaf: With(Policies(any)), lower: With(Policies(any), Mapping(two, one)), upper: With(Policies(one), Mapping(one, any)));

        var report = branch.Verify(static r => r with { Use = CertificateUse.General, Policy = ChainPolicy.WithoutRevocation });

        Assert.Equal([ChainReason.PolicyMappingInvalid], report.Findings.Select(static finding => finding.Reason));
    }

    private static Func<CertificateOrder, CertificateOrder> With(params CertificateExtension[] extensions) =>
        order => order with { Template = order.Template with { FurtherExtensions = [.. extensions] } };

    private static DerNode Policy(params byte[] oid) => DerNode.Primitive(0x06, oid);

    private static CertificateExtension Policies(DerNode policy) => new(Oids.CertificatePolicies, Critical: false, Sequence(Sequence(policy)).Encode());

    private static CertificateExtension Mapping(DerNode issuer, DerNode subject) => new(Oids.PolicyMappings, Critical: true, Sequence(Sequence(issuer, subject)).Encode());

    private static DerNode Sequence(params DerNode[] children) => DerNode.Constructed(0x30, children);
}
