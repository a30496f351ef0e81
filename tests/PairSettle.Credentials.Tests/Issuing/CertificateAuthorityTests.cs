using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

public sealed class CertificateAuthorityTests
{
    private static readonly TestBranch Branch = new();

    [Fact]
    public void Issue_Addresses_AreThoseThatAreReadBack()
    {
        var certificate = Branch.Lower.Issue(Order() with
        {
            OcspResponders = ["http://ocsp.test/", "http://ocsp.test/b"],
            CrlDistributionPoints = ["http://crl.test/a.crl", "ldap://crl.test/"],
        });
        Assert.Equal(["http://ocsp.test/", "http://ocsp.test/b"], certificate.OcspResponders.AsEnumerable());
        Assert.Equal(["http://crl.test/a.crl", "ldap://crl.test/"], certificate.CrlDistributionPoints.AsEnumerable());
        Assert.Single(certificate.DistributionPoints);
        Assert.Equal(ChainVerdict.Trusted, Branch.Verify(r => r with { Leaf = certificate, Evidence = Branch.Evidence(PkiFixture.Now) }).Verdict);
    }

    [Fact]
    public void Issue_NoAddresses_LeavesTheExtensionsOut()
    {
        Assert.Null(Branch.Leaf.FindExtension(Oids.AuthorityInfoAccess));
        Assert.Null(Branch.Leaf.FindExtension(Oids.CrlDistributionPoints));
    }

    [Fact]
    public void Review_SoundCertificate_FindsNothingWithoutAnAnchor() => Assert.Empty(Branch.Lower.Review(Branch.Leaf, CertificateUse.Contract));

    [Fact]
    public void Review_AnotherUseOrEdition_FindsWhatAVerifierWould()
    {
        Assert.Contains(Branch.Lower.Review(Branch.Leaf, CertificateUse.Secc), f => f.Reason == ChainReason.DomainComponentWrong);
        Assert.Contains(
            Branch.Lower.Review(Branch.Leaf, CertificateUse.Contract, new() { Edition = Iso15118Edition.Iso15118_20 }), f => f.Reason == ChainReason.AlgorithmNotAllowed);
        var named = Branch.Lower.Issue(Order() with { Subject = DistinguishedName.Create("nobody", domainComponent: "MO") });
        Assert.Equal(ChainReason.CommonNameUnsuitable, Assert.Single(Branch.Lower.Review(named, CertificateUse.Contract)).Reason);
    }

    [Fact]
    public void Review_LeafOfARoot_IsRejectedWhereTheProfileSaysSo()
    {
        Assert.Equal(ChainReason.LeafIssuedByRoot, Assert.Single(Branch.Root.Review(Branch.Root.Issue(Order()), CertificateUse.Contract)).Reason);
        var responder = Branch.Root.Issue(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, Branch.LeafKey, 90));
        Assert.Empty(Branch.Root.Review(responder, CertificateUse.OcspSigner));
    }

    [Theory]
    [InlineData("no contract", "WMIV1234567890ABC", "DE")]
    [InlineData("DE8AA0012345670", "no vehicle", "DE")]
    [InlineData("DE8AA0012345670", "WMIV1234567890ABC", "Germany")]
    public void PkiHierarchy_IdentifierThatTheProfilesRefuse_IsACallersMistake(string emaid, string pcid, string country) =>
        Assert.Throws<ArgumentException>(() => PkiHierarchy.Create(PkiFixture.Now, new() { Emaid = emaid, Pcid = pcid, Country = country }));

    private static CertificateOrder Order() => TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, Branch.LeafKey, 90);
}
