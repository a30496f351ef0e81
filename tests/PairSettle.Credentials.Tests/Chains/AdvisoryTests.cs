using System.Collections.Immutable;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>
/// Weaknesses of other verifiers that became advisories, each as a chain. Others stand beside what they are about: exponential search
/// (RUSTSEC-2023-0052) in WorkBudgetTests, exponential policies (CVE-2023-0464) in PolicyGraphTests, an asterisk against an excluded name
/// (CVE-2025-61727) in NameSubtreeTests.
/// </summary>
public sealed class AdvisoryTests
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;
    private static readonly CertificateTemplate Authority = CertificateTemplate.Root("MO");

    [Fact]
    public void Verify_ThousandsOfConstraintsAndNames_EndsWithinTheBudget()
    {
        // Name constraint work (OpenSSL PR 4393, GnuTLS, Go CVE-2018-16875's sibling): 2,000 x 200 comparisons are more than the budget.
        var root = Root("Root", out _);
        var key = ECDsaSigner.Generate();
        var constraints = DerNode.Constructed(0x30, DerNode.Constructed(0xA1, [.. Enumerable.Range(0, 2_000).Select(i => Sequence(Dns($"x{i}.test")))]));
        var lower = root.IssueAuthority(With("Lower", key, Authority, Oids.NameConstraints, critical: true, constraints), key);
        var leafKey = ECDsaSigner.Generate();
        var names = Sequence([.. Enumerable.Range(0, 200).Select(i => Dns($"y{i}.test"))]);
        var leaf = lower.Issue(With("DE8AA0012345670", leafKey, CertificateTemplate.Contract, Oids.SubjectAltName, critical: false, names));

        var report = Verify(leaf, lower.Chain, root);

        Assert.True(report.Has(ChainReason.BudgetExhausted), report.ToString());
        Assert.Equal(ChainVerdict.Undetermined, report.Verdict);
        Assert.Equal(ChainVerdict.Trusted, Verify(leaf, lower.Chain, root, new WorkBudget(100, 2_000, 1_000_000)).Verdict);
    }

    [Fact]
    public void Verify_AuthoritiesThatCertifyEachOtherInACircle_FindsTheAnchor()
    {
        // CVE-2024-0567: the anchor is also certified by two authorities that it certifies itself.
        var a = Root("A", out var keyA);
        var b = Root("B", out var keyB);
        var c = Root("C", out var keyC);
        ImmutableArray<Certificate> circle =
        [
            a.Issue(Order("B", keyB)), a.Issue(Order("C", keyC)), b.Issue(Order("A", keyA)), b.Issue(Order("C", keyC)),
            c.Issue(Order("A", keyA)), c.Issue(Order("B", keyB)),
        ];
        var lowerKey = ECDsaSigner.Generate();
        var lower = a.IssueAuthority(Order("A1", lowerKey), lowerKey);
        var leaf = lower.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90));

        var report = Verify(leaf, circle.AddRange(lower.Chain), a);

        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal(2, report.Chain!.Path.Length);
    }

    [Theory]
    [InlineData(9_000, 3)] // longer than any that is used: verification costs grow with the cube
    [InlineData(2_048, 200)] // an exponent as long as the modulus does the same
    [InlineData(512, 3)]
    public void Read_RsaKeyOutOfBounds_IsUnsupported(int bits, int exponentLength)
    {
        var modulus = new byte[(bits / 8) + 1];
        modulus[1] = 0x80;
        var exponent = new byte[exponentLength];
        (exponent[0], exponent[^1]) = (1, 1);
        var key = Sequence(DerNode.Primitive(0x02, modulus), DerNode.Primitive(0x02, exponent)).Encode();
        var info = Sequence(
            Sequence(DerNode.Primitive(0x06, Convert.FromHexString("2A864886F70D010101")), DerNode.Primitive(0x05)),
            DerNode.Primitive(0x03, [0, .. key])).Encode();

        Assert.Equal(KeyAlgorithm.Unsupported, PublicKeyInfo.Read(DerFields.Open(info)).Algorithm);
    }

    [Fact]
    public void TryParse_EmptySignature_IsRefused()
    {
        // CVE-2026-5588 and its like: a signature without content must never count as one.
        var certificate = DerNode.Parse(Root("Root", out _).Certificate.RawData.Span);
        certificate[2].Content = [0];

        Assert.False(Certificate.TryParse(certificate.Encode(), out _, out var error));
        Assert.Equal(CredentialFault.InvalidSignatureEncoding, error.Fault);
    }

    private static ChainReport Verify(Certificate leaf, ImmutableArray<Certificate> intermediates, CertificateAuthority root, WorkBudget? budget = null) =>
        ChainVerifier.Verify(new ChainRequest
        {
            Leaf = leaf,
            Intermediates = intermediates,
            Anchors = TrustStore.Empty.With(AuthorityRole.MobilityOperator, root.Certificate),
            Use = CertificateUse.General,
            At = Now,
            Policy = ChainPolicy.WithoutRevocation with { Budget = budget ?? WorkBudget.Default },
        });

    private static CertificateAuthority Root(string name, out ECDsaSigner key)
    {
        key = ECDsaSigner.Generate();
        return CertificateAuthority.CreateRoot(Order(name, key), key);
    }

    private static CertificateOrder Order(string name, ECDsaSigner key) => TestBranch.Order(name, Authority, key, 900);

    private static CertificateOrder With(string name, ECDsaSigner key, CertificateTemplate template, string oid, bool critical, DerNode value) =>
        TestBranch.Order(name, template with { FurtherExtensions = [new(oid, critical, value.Encode())] }, key, 90);

    private static DerNode Dns(string name) => DerNode.Primitive(0x82, System.Text.Encoding.ASCII.GetBytes(name));

    private static DerNode Sequence(params DerNode[] children) => DerNode.Constructed(0x30, children);
}
