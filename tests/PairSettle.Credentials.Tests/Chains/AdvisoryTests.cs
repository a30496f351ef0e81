using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>
/// Weaknesses of other verifiers that became advisories, each as certificates. The trait names the advisory; the documentation lists the same
/// ones. That something ends at all is asserted by the budget where there is one, and else by the time limit of the run.
/// </summary>
public sealed class AdvisoryTests
{
    private const string Advisory = "Advisory";
    private static readonly DateTimeOffset Now = PkiFixture.Now;
    private static readonly CertificateTemplate Authority = CertificateTemplate.Root("MO");

    [Theory]
    [Trait(Advisory, "RUSTSEC-2023-0052")]
    [Trait(Advisory, "RUSTSEC-2023-0053")]
    [InlineData(false)]
    [InlineData(true)]
    public void Verify_ManyAuthoritiesOfOneNameThatCertifyEachOther_EndsWithinTheBudget(bool sameKey)
    {
        // The ways through n authorities of one name are n!, or where they share a key, as many as there are certificates.
        const int Count = 12;
        var first = ECDsaSigner.Generate();
        ECDsaSigner[] keys = [.. Enumerable.Range(0, Count).Select(_ => sameKey ? first : ECDsaSigner.Generate())];
        CertificateAuthority[] authorities = [.. keys.Select(key => CertificateAuthority.CreateRoot(Order("Same", key), key))];
        ImmutableArray<Certificate> cross = [.. from issuer in authorities from subject in keys select issuer.Issue(Order("Same", subject))];
        var leaf = authorities[0].Issue(Leaf());

        var report = Verify(leaf, cross, Root("Elsewhere", out _));

        Assert.NotEqual(ChainVerdict.Trusted, report.Verdict);
        Assert.True(report.Has(sameKey ? ChainReason.NoPathToAnchor : ChainReason.BudgetExhausted), report.ToString());
    }

    [Fact]
    [Trait(Advisory, "CVE-2018-16875")]
    public void Verify_ManyIssuersWithWrongKeys_CostsNoMoreSignaturesThanTheBudget()
    {
        // Each candidate has the issuer's name and a key identifier that fits, so that only its signature tells it from the issuer.
        var root = Root("Root", out _);
        var key = ECDsaSigner.Generate();
        var lower = root.IssueAuthority(Order("Lower", key), key);
        var leaf = lower.Issue(Leaf());
        var impostor = DerNode.Parse(lower.Certificate.RawData.Span);
        ImmutableArray<Certificate> flood = [.. Enumerable.Range(0, 300).Select(i =>
        {
            impostor[0].Children[6] = DerNode.Parse(Root($"{i}", out _).Certificate.SubjectPublicKeyInfo.Span);
            return Certificate.Parse(impostor.Encode());
        })];

        var report = Verify(leaf, flood, root);

        Assert.True(report.Has(ChainReason.BudgetExhausted), report.ToString());
        Assert.Equal(ChainVerdict.Undetermined, report.Verdict);
        Assert.Equal(ChainVerdict.Trusted, Verify(leaf, [.. flood[..50], lower.Certificate], root).Verdict);
    }

    [Fact]
    [Trait(Advisory, "CVE-2026-32280")]
    public void Verify_ThousandsOfIntermediates_AreVisitedOnlyWhereTheyLeadOn()
    {
        var root = Root("Root", out _);
        var key = ECDsaSigner.Generate();
        var lower = root.IssueAuthority(Order("Lower", key), key);
        ImmutableArray<Certificate> crowd = [.. Enumerable.Range(0, 3_000).Select(i => lower.Issue(Order($"Other {i}", key)))];

        Assert.Equal(ChainVerdict.Trusted, Verify(lower.Issue(Leaf()), [.. crowd, lower.Certificate], root, new WorkBudget(2, 2)).Verdict);
    }

    [Fact]
    [Trait(Advisory, "CVE-2023-0464")]
    [Trait(Advisory, "CVE-2026-32281")]
    public void Verify_EveryPolicyMappedToEveryOther_GrowsNoTree()
    {
        // As a tree this has 16^12 leaves. The verdict of a graph is the same: the policies are valid all the way down.
        ImmutableArray<byte> policies = [.. Enumerable.Range(1, 16).Select(static i => (byte)i)];
        DerNode[] named = [.. policies.Select(static policy => Sequence(Policy(policy)))];
        DerNode[] mapped = [.. from issuer in policies from subject in policies select Sequence(Policy(issuer), Policy(subject))];
        var template = Authority with
        {
            FurtherExtensions = [new(Oids.CertificatePolicies, false, Sequence(named).Encode()), new(Oids.PolicyMappings, true, Sequence(mapped).Encode())],
        };
        var root = Root("Root", out var key);
        var authority = root;
        var chain = ImmutableArray<Certificate>.Empty;
        for (var depth = 0; depth < 12; depth++)
        {
            authority = authority.IssueAuthority(TestBranch.Order($"{depth}", template, key, 900), key);
            chain = chain.Add(authority.Certificate);
        }

        var leafPolicies = new CertificateExtension(Oids.CertificatePolicies, false, Sequence(named).Encode());
        var leaf = authority.Issue(TestBranch.Order("Leaf", CertificateTemplate.Contract with { FurtherExtensions = [leafPolicies] }, key, 90));

        var report = Verify(leaf, chain, root, policies: new() { RequireExplicitPolicy = true });

        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal(policies.Length, report.Chain!.Policies.Length);
    }

    [Theory]
    [Trait(Advisory, "CVE-2023-0465")]
    [InlineData("301030060604551D200030060604551D2000")] // the same policy twice
    [InlineData("3000")]
    [InlineData("30023000")]
    public void TryParse_InvalidPoliciesInALeaf_IsRefusedAndNotIgnored(string policies)
    {
        // Whoever ignores them skips the policy checks of that certificate.
        var leaf = DerNode.Parse(Root("Root", out _).Issue(With("Leaf", ECDsaSigner.Generate(), CertificateTemplate.Contract, Oids.CertificatePolicies, false, Sequence(Sequence(Policy(1))))).RawData.Span);
        leaf[0, 7, 0].Children[^1].Children[^1].Content = Convert.FromHexString(policies);

        Assert.False(Certificate.TryParse(leaf.Encode(), out _, out var error));
        Assert.Equal(CredentialFault.InvalidExtension, error.Fault);
    }

    [Fact]
    [Trait(Advisory, "OpenSSL PR 4393")]
    [Trait(Advisory, "GnuTLS name constraints")]
    public void Verify_ThousandsOfConstraintsAndNames_EndsWithinTheBudget()
    {
        // 2,000 x 200 comparisons are more than the budget.
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
    [Trait(Advisory, "CVE-2024-0567")]
    public void Verify_AuthoritiesThatCertifyEachOtherInACircle_FindsTheAnchor()
    {
        // The anchor is also certified by two authorities that it certifies itself.
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
        var leaf = lower.Issue(Leaf());

        var report = Verify(leaf, circle.AddRange(lower.Chain), a);

        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal(2, report.Chain!.Path.Length);
    }

    [Fact]
    [Trait(Advisory, "CVE-2025-61727")]
    public void Verify_AsteriskThatMayStandForAnExcludedName_IsExcluded()
    {
        var root = Root("Root", out _);
        var key = ECDsaSigner.Generate();
        var constraints = Sequence(DerNode.Constructed(0xA1, Sequence(Dns("secret.example.test"))));
        var lower = root.IssueAuthority(With("Lower", key, Authority, Oids.NameConstraints, critical: true, constraints), key);
        var leaf = lower.Issue(With("Leaf", ECDsaSigner.Generate(), CertificateTemplate.Contract, Oids.SubjectAltName, critical: false, Sequence(Dns("*.example.test"))));

        Assert.True(Verify(leaf, lower.Chain, root).Has(ChainReason.NameExcluded));
    }

    [Fact]
    [Trait(Advisory, "CVE-2024-29857")]
    public void TryParse_CurveOverABinaryFieldOfHugeDegree_IsRefusedUnread()
    {
        // ECParameters of a trinomial field of 2^31 - 1 bits: an honest attempt at its arithmetic would not end.
        var huge = DerNode.Primitive(0x02, 0x7F, 0xFF, 0xFF, 0xFF);
        var field = Sequence(Oid("2A8648CE3D0102"), Sequence(huge, Oid("2A8648CE3D01020302"), huge));
        var curve = Sequence(DerNode.Primitive(0x04, 1), DerNode.Primitive(0x04, 1));
        var parameters = Sequence(DerNode.Primitive(0x02, 1), field, curve, DerNode.Primitive(0x04, 4, 1, 1), huge);
        var certificate = DerNode.Parse(Root("Root", out _).Certificate.RawData.Span);
        certificate[0, 6, 0].Children[1] = parameters;

        Assert.False(Certificate.TryParse(certificate.Encode(), out _, out var error));
        Assert.Equal(CredentialFault.ExplicitCurve, error.Fault);
    }

    [Theory]
    [Trait(Advisory, "CVE-2024-30172")]
    [InlineData("2B6570")] // Ed25519
    [InlineData("2B6571")] // Ed448
    public void Verify_EdwardsSignatureWithoutProvider_IsNeverBegun(string algorithm)
    {
        // An endless loop over a crafted key and signature: no budget of the issuer's is even asked for.
        var root = DerNode.Parse(Root("Root", out _).Certificate.RawData.Span);
        (root[0].Children[2], root.Children[1]) = (Sequence(Oid(algorithm)), Sequence(Oid(algorithm)));
        root[0].Children[6] = Sequence(Sequence(Oid(algorithm)), DerNode.Primitive(0x03, [0, .. new byte[algorithm == "2B6570" ? 32 : 57]]));
        root[2].Content = [0, .. new byte[algorithm == "2B6570" ? 64 : 114]];
        var certificate = Certificate.Parse(root.Encode());

        Assert.Equal(algorithm == "2B6570" ? KeyAlgorithm.Ed25519 : KeyAlgorithm.Ed448, certificate.KeyAlgorithm);
        var meter = new WorkMeter(new WorkBudget(0, 0));
        Assert.False(meter.Verify(certificate, certificate));
        Assert.False(meter.IsExhausted);
        Assert.True(Verify(certificate, [], Root("Root", out _)).Has(ChainReason.PublicKeyUnusable));
    }

    [Theory]
    [InlineData(9_000, 3)] // longer than any that is used: verification costs grow with the cube
    [InlineData(2_048, 200)] // an exponent as long as the modulus does the same
    [InlineData(512, 3)]
    [InlineData(2_048, 1)] // the exponent 1: every octet string is its own signature
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
    [Trait(Advisory, "CVE-2026-5588")]
    public void Verify_EmptySignature_IsNone()
    {
        var root = Root("Root", out _);
        var leaf = DerNode.Parse(root.Issue(Leaf()).RawData.Span);
        leaf[2].Content = [0];
        Assert.False(Certificate.TryParse(leaf.Encode(), out _, out var error));
        Assert.Equal(CredentialFault.InvalidSignatureEncoding, error.Fault);

        // A composite of several signatures, of which there is none: it reads well, and nothing vouches for it.
        (leaf[0].Children[2], leaf.Children[1]) = (Sequence(Oid("6086480186FA6B508103")), Sequence(Oid("6086480186FA6B508103")));
        leaf[2].Content = [0, 0x30, 0x00];
        var report = Verify(Certificate.Parse(leaf.Encode()), [], root);

        Assert.True(report.Has(ChainReason.SignatureInvalid), report.ToString());
    }

    [Fact]
    public void Advisories_InTheDocumentation_AreThoseWithATest()
    {
        var tested = typeof(AdvisoryTests).GetMethods()
            .SelectMany(static method => method.CustomAttributes.Where(static attribute => attribute.AttributeType == typeof(TraitAttribute)))
            .Select(static attribute => (string)attribute.ConstructorArguments[1].Value!);
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "concepts", "credentials.md"));
        var section = document.Split("\n## ").Single(static part => part.StartsWith("Known attacks on verifiers\n", StringComparison.Ordinal));
        var listed = Regex.Matches(section, "^\\| (?<id>[^|]+) \\| [^|]+ \\| (?:bounded|refused|found)\\b", RegexOptions.Multiline)
            .SelectMany(static match => match.Groups["id"].Value.Split(", "));

        Assert.Equal(tested.Distinct().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static ChainReport Verify(Certificate leaf, ImmutableArray<Certificate> intermediates, CertificateAuthority root, WorkBudget? budget = null, PolicyRequirements? policies = null) =>
        ChainVerifier.Verify(new ChainRequest
        {
            Leaf = leaf,
            Intermediates = intermediates,
            Anchors = TrustStore.Empty.With(AuthorityRole.MobilityOperator, root.Certificate),
            Use = CertificateUse.General,
            At = Now,
            Policy = ChainPolicy.WithoutRevocation with { Budget = budget ?? WorkBudget.Default, Policies = policies ?? PolicyRequirements.None },
        });

    private static CertificateAuthority Root(string name, out ECDsaSigner key)
    {
        key = ECDsaSigner.Generate();
        return CertificateAuthority.CreateRoot(Order(name, key), key);
    }

    private static CertificateOrder Order(string name, ECDsaSigner key) => TestBranch.Order(name, Authority, key, 900);

    private static CertificateOrder Leaf() => TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90);

    private static CertificateOrder With(string name, ECDsaSigner key, CertificateTemplate template, string oid, bool critical, DerNode value) =>
        TestBranch.Order(name, template with { FurtherExtensions = [new(oid, critical, value.Encode())] }, key, 90);

    private static DerNode Dns(string name) => DerNode.Primitive(0x82, System.Text.Encoding.ASCII.GetBytes(name));

    private static DerNode Policy(byte number) => DerNode.Primitive(0x06, 0x2A, number);

    private static DerNode Oid(string hex) => DerNode.Primitive(0x06, Convert.FromHexString(hex));

    private static DerNode Sequence(params DerNode[] children) => DerNode.Constructed(0x30, children);
}
