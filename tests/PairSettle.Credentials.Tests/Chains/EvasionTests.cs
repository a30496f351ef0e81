using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Chains that an authority, or whoever hands intermediates over, makes to get around a rule or to stop the verifier.</summary>
public sealed class EvasionTests
{
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
