using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests;

/// <summary>A root, two intermediates and a leaf whose orders a test may change one by one.</summary>
internal sealed class TestBranch
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;

    public TestBranch(
        Func<CertificateOrder, CertificateOrder>? leaf = null,
        Func<CertificateOrder, CertificateOrder>? lower = null,
        Func<CertificateOrder, CertificateOrder>? upper = null,
        Func<Certificate, ICredentialSigner, Certificate>? afterwards = null)
    {
        RootKey = ECDsaSigner.Generate();
        Root = CertificateAuthority.CreateRoot(Order("Root", CertificateTemplate.Root("MO"), RootKey, 3_650), RootKey);
        UpperKey = ECDsaSigner.Generate();
        Upper = Root.IssueAuthority(Change(Order("Upper", CertificateTemplate.SubAuthority("MO", 1), UpperKey, 1_000), upper), UpperKey);
        LowerKey = ECDsaSigner.Generate();
        Lower = Upper.IssueAuthority(Change(Order("Lower", CertificateTemplate.SubAuthority("MO", 0), LowerKey, 900), lower), LowerKey);
        LeafKey = ECDsaSigner.Generate();
        var certificate = Lower.Issue(Change(Order("DE8AA0012345670", CertificateTemplate.Contract, LeafKey, 90), leaf));
        Leaf = afterwards is null ? certificate : afterwards(certificate, LowerKey);
    }

    public CertificateAuthority Root { get; }

    public CertificateAuthority Upper { get; }

    public CertificateAuthority Lower { get; }

    public ECDsaSigner RootKey { get; }

    public ECDsaSigner UpperKey { get; }

    public ECDsaSigner LowerKey { get; }

    public ECDsaSigner LeafKey { get; }

    public Certificate Leaf { get; }

    public TrustStore Anchors => TrustStore.Empty.With(AuthorityRole.MobilityOperator, Root.Certificate);

    public ChainRequest Request => new()
    {
        Leaf = Leaf,
        Intermediates = Lower.Chain,
        Anchors = Anchors,
        Use = CertificateUse.Contract,
        At = Now,
        Evidence = Evidence(Now - TimeSpan.FromHours(1)),
    };

    public static CertificateOrder Order(string name, CertificateTemplate template, ECDsaSigner key, int days) => new()
    {
        Template = template,
        Subject = DistinguishedName.Create(name, "PairSettle", "DE", template.DomainComponent),
        SubjectPublicKeyInfo = key.SubjectPublicKeyInfo,
        SerialNumber = SerialNumbers.Random(),
        NotBefore = Now - TimeSpan.FromDays(30),
        NotAfter = Now + TimeSpan.FromDays(days),
    };

    public RevocationEvidence Evidence(DateTimeOffset thisUpdate) => RevocationEvidence.Create(
        new[] { Root, Upper, Lower }.Select(authority => authority.CreateRevocationList(1, thisUpdate, thisUpdate + TimeSpan.FromDays(7))));

    public ChainReport Verify(Func<ChainRequest, ChainRequest>? change = null) => ChainVerifier.Verify(change is null ? Request : change(Request));

    private static CertificateOrder Change(CertificateOrder order, Func<CertificateOrder, CertificateOrder>? change) => change is null ? order : change(order);
}
