using PairSettle.Credentials.BouncyCastle;
using PairSettle.Credentials.Issuing;
using PairSettle.Credentials.Tests.Interop;
using PairSettle.Tests.Shared;

namespace PairSettle.Credentials.Tests.BouncyCastle;

public sealed class BouncyCastleAlgorithmsTests
{
    private const string Folder = "pki/v2g-sample-chains";

    private static readonly ChainPolicy Part20 = ChainPolicy.WithoutRevocation with
    {
        Edition = Iso15118Edition.Iso15118_20,
        Ed448 = Ed448Use.Accept,
        Provider = BouncyCastleAlgorithms.EdwardsCurves,
    };

    [CorpusFact(Folder)]
    public void Verify_Ed448SampleChain_IsTrustedWithProviderAndByChoice()
    {
        AssertTrusted(Verify("ed448", Part20));
        AssertTrusted(Verify("p521", Part20));
        Assert.True(Verify("ed448", Part20 with { Ed448 = Ed448Use.Refuse }).Has(ChainReason.AlgorithmNotAllowed));
        Assert.True(Verify("ed448", Part20 with { Edition = Iso15118Edition.Iso15118_2 }).Has(ChainReason.AlgorithmNotAllowed));
        var without = Verify("ed448", Part20 with { Provider = null });
        Assert.True(without.Has(ChainReason.PublicKeyUnusable), without.ToString());
        Assert.False(without.Has(ChainReason.AlgorithmNotAllowed));
        Assert.True(Verify("ed25519", Part20).Has(ChainReason.AlgorithmNotAllowed));
    }

    [CorpusFact(Folder)]
    public void Verify_SampleChainsWithoutProfile_AreTrustedInManagedCode()
    {
        foreach (var curve in (string[])["ed25519", "ed448", "p256", "p384", "p521"])
        {
            var policy = ChainPolicy.WithoutRevocation with { Provider = BouncyCastleAlgorithms.AllCurves };
            AssertTrusted(Verify(curve, policy, CertificateUse.General));
            var broken = Verify(curve, policy, CertificateUse.General, FlipLastBit);
            Assert.Equal((ChainVerdict.Rejected, true), (broken.Verdict, broken.Has(ChainReason.SignatureInvalid)));
        }
    }

    [Fact]
    public void Verify_OwnEd448Hierarchy_WithItsLists_IsTrusted()
    {
        var branch = new Ed448Branch();
        var report = ChainVerifier.Verify(branch.Request with { Policy = Part20 with { Depth = RevocationDepth.LeafAndIntermediates } });
        AssertTrusted(report);
        Assert.Equal(2, report.Chain!.Evidence.Length);
        branch.Sub.Revoke(branch.Leaf, PkiFixture.Now.AddHours(-2));
        Assert.True(ChainVerifier.Verify(branch.Request with { Policy = Part20 with { Depth = RevocationDepth.Leaf } }).Has(ChainReason.Revoked));
        Assert.True(ChainVerifier.Verify(branch.Request with { Policy = Part20 with { Depth = RevocationDepth.Leaf, Ed448 = Ed448Use.Refuse } }).Has(ChainReason.EvidenceUnusable));
    }

    [OpenSslFact]
    public void Issue_Ed448Hierarchy_IsAcceptedByOpenSsl()
    {
        var branch = new Ed448Branch();
        var folder = Directory.CreateTempSubdirectory("pairsettle-ed448-");
        try
        {
            var (code, output) = OpenSsl.Run(
                "verify", "-attime", PkiFixture.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                "-CAfile", Save("root.pem", branch.Root.Certificate), "-untrusted", Save("sub.pem", branch.Sub.Certificate), Save("leaf.pem", branch.Leaf));
            Assert.True(code == 0, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Save(string name, Certificate certificate)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, CertificatePem.Write([certificate]));
            return path;
        }
    }

    [Fact]
    public void CreateRoot_WithoutProvider_CannotTellThatTheKeyIsTheSigners()
    {
        using var key = BouncyCastleSigner.Generate(SignatureAlgorithm.Ed448);
        Assert.Throws<ArgumentException>(() => CertificateAuthority.CreateRoot(Ed448Branch.Order("Root", CertificateTemplate.Root("MO"), key), key));
    }

    [Fact]
    public void IsKeyAndVerify_AnyOctets_AreAnsweredAndNeverThrow()
    {
        var random = new Random(20_261_127);
        foreach (var algorithm in Enum.GetValues<KeyAlgorithm>().Where(BouncyCastleAlgorithms.AllCurves.Offers))
        {
            foreach (var length in (int[])[0, 1, 31, 32, 33, 57, 65, 97, 133, 134])
            {
                var key = new byte[length];
                var signature = new byte[algorithm is KeyAlgorithm.Ed448 ? 114 : 64];
                Assert.False(BouncyCastleAlgorithms.AllCurves.VerifyData(algorithm, key, [1, 2, 3], signature)); // CVE-2024-30172
                random.NextBytes(key);
                Array.Resize(ref signature, random.Next(150));
                random.NextBytes(signature);
                _ = BouncyCastleAlgorithms.AllCurves.IsKey(algorithm, key);
                Assert.False(BouncyCastleAlgorithms.AllCurves.VerifyData(algorithm, key, [1, 2, 3], signature));
                Assert.False(BouncyCastleAlgorithms.AllCurves.VerifyHash(algorithm, key, new byte[32], signature));
            }
        }
    }

    [Fact]
    public void IsKey_PointsOfSmallOrderOrOffTheCurve_AreNone()
    {
        var identity = new byte[32];
        identity[0] = 1;
        Assert.False(BouncyCastleAlgorithms.EdwardsCurves.IsKey(KeyAlgorithm.Ed25519, identity));
        Assert.False(BouncyCastleAlgorithms.EdwardsCurves.IsKey(KeyAlgorithm.Ed448, (byte[])[1, .. new byte[56]]));
        using var key = ECDsaSigner.Generate(SignatureAlgorithm.EcdsaP384Sha384);
        var point = key.SubjectPublicKeyInfo[^97..].ToArray();
        Assert.True(BouncyCastleAlgorithms.AllCurves.IsKey(KeyAlgorithm.EcP384, point));
        point[^1] ^= 0x01;
        Assert.False(BouncyCastleAlgorithms.AllCurves.IsKey(KeyAlgorithm.EcP384, point));
        point.AsSpan(1).Fill(0xFF);
        Assert.False(BouncyCastleAlgorithms.AllCurves.IsKey(KeyAlgorithm.EcP384, point));
        Assert.False(BouncyCastleAlgorithms.EdwardsCurves.Offers(KeyAlgorithm.EcP384));
    }

    private static void AssertTrusted(ChainReport report) => Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());

    private static Certificate FlipLastBit(Certificate certificate)
    {
        var octets = certificate.RawData.ToArray();
        octets[^1] ^= 0x01;
        return Certificate.Parse(octets);
    }

    private static ChainReport Verify(string curve, ChainPolicy policy, CertificateUse use = CertificateUse.Secc, Func<Certificate, Certificate>? change = null)
    {
        var leaf = Read(curve, "leaf");
        return ChainVerifier.Verify(new ChainRequest
        {
            Leaf = change is null ? leaf : change(leaf),
            Intermediates = [Read(curve, "sub1"), Read(curve, "sub2")],
            Anchors = TrustStore.Empty.With(AuthorityRole.V2G, Read(curve, "root")),
            Use = use,
            At = leaf.NotBefore.AddDays(1),
            Policy = policy,
        });
    }

    private static Certificate Read(string curve, string name) =>
        Certificate.Parse(File.ReadAllBytes(SharedData.PathOf($"{Folder}/{curve}/{name}.der")!));

    /// <summary>A root, an intermediate and a contract, all with keys of Ed448.</summary>
    private sealed class Ed448Branch
    {
        public Ed448Branch()
        {
            var rootKey = BouncyCastleSigner.Generate(SignatureAlgorithm.Ed448);
            Root = CertificateAuthority.CreateRoot(Order("Root", CertificateTemplate.Root("MO"), rootKey), rootKey, BouncyCastleAlgorithms.EdwardsCurves);
            var subKey = BouncyCastleSigner.Generate(SignatureAlgorithm.Ed448);
            Sub = Root.IssueAuthority(Order("Sub", CertificateTemplate.SubAuthority("MO", 0), subKey), subKey);
            Leaf = Sub.Issue(Order("DE8AA0012345670", CertificateTemplate.Contract, BouncyCastleSigner.Generate(SignatureAlgorithm.Ed448)));
        }

        public CertificateAuthority Root { get; }

        public CertificateAuthority Sub { get; }

        public Certificate Leaf { get; }

        public ChainRequest Request => new()
        {
            Leaf = Leaf,
            Intermediates = Sub.Chain,
            Anchors = TrustStore.Empty.With(AuthorityRole.MobilityOperator, Root.Certificate),
            Use = CertificateUse.Contract,
            At = PkiFixture.Now,
            Evidence = RevocationEvidence.Create(new[] { Root, Sub }.Select(authority =>
                authority.CreateRevocationList(1, PkiFixture.Now.AddHours(-1), PkiFixture.Now.AddDays(1)))),
        };

        public static CertificateOrder Order(string name, CertificateTemplate template, BouncyCastleSigner key) => new()
        {
            Template = template,
            Subject = DistinguishedName.Create(name, "PairSettle", "DE", template.DomainComponent),
            SubjectPublicKeyInfo = key.SubjectPublicKeyInfo,
            SerialNumber = SerialNumbers.Random(),
            NotBefore = PkiFixture.Now.AddDays(-1),
            NotAfter = PkiFixture.Now.AddDays(90),
        };
    }
}
