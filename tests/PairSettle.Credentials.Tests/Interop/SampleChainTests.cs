
namespace PairSettle.Credentials.Tests.Interop;

/// <summary>Chains that openssl made by the V2G profiles.</summary>
public sealed class SampleChainTests
{
    private const string Folder = "pki/v2g-sample-chains";

    private static readonly ChainPolicy Policy = ChainPolicy.WithoutRevocation;

    [CorpusFact(Folder)]
    public void Verify_P256_IsTrusted()
    {
        var report = Verify("p256", Policy);
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal(3, report.Chain!.Path.Length);
        Assert.NotEmpty(report.Chain.Leaf.OcspResponders);
        Assert.NotEmpty(report.Chain.Leaf.CrlDistributionPoints);
    }

    [CorpusFact(Folder)]
    public void Verify_P521_IsTrustedInEdition20AndNotInEdition2()
    {
        var report = Verify("p521", Policy with { Edition = Iso15118Edition.Iso15118_20 });
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.True(Verify("p521", Policy).Has(ChainReason.AlgorithmNotAllowed));
    }

    [CorpusFact(Folder)]
    public void Verify_P384_HasTheAlgorithmAsItsOnlyDefect()
    {
        var report = Verify("p384", Policy);
        Assert.Equal([ChainReason.AlgorithmNotAllowed], report.Findings.Select(finding => finding.Reason).Distinct());
    }

    [CorpusFact(Folder)]
    public void Verify_Edwards_ParsesAndSaysThatTheKeysAreNotSupported()
    {
        foreach (var curve in (string[])["ed25519", "ed448"])
        {
            var report = Verify(curve, Policy);
            Assert.Equal(ChainVerdict.Rejected, report.Verdict);
            Assert.True(report.Has(ChainReason.PublicKeyUnusable), report.ToString());
        }
    }

    private static ChainReport Verify(string curve, ChainPolicy policy)
    {
        var leaf = Read(curve, "leaf");
        return ChainVerifier.Verify(new ChainRequest
        {
            Leaf = leaf,
            Intermediates = [Read(curve, "sub1"), Read(curve, "sub2")],
            Anchors = TrustStore.Empty.With(AuthorityRole.V2G, Read(curve, "root")),
            Use = CertificateUse.Secc,
            At = leaf.NotBefore.AddDays(1),
            Policy = policy,
        });
    }

    private static Certificate Read(string curve, string name) =>
        Certificate.Parse(File.ReadAllBytes(SharedData.PathOf($"{Folder}/{curve}/{name}.der")!));
}
