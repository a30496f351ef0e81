using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Chains;

/// <summary>Chains whose keys are all of the profile, under roots whose key is of it and of another kind.</summary>
public sealed class AnchorKeyTests
{
    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA256;

    [Fact]
    public void For_UsesOfTheWire_AskOfTheAnchorWhatTheyAskOfTheChain()
    {
        CertificateUse[] wire =
            [CertificateUse.Secc, CertificateUse.Contract, CertificateUse.OemProvisioning, CertificateUse.Vehicle, CertificateUse.CertificateProvisioning];
        foreach (var edition in Enum.GetValues<Iso15118Edition>())
        {
            Assert.All(wire, use => Assert.Equal(AnchorKeyRule.AsChain, CertificateProfile.For(use, edition).AnchorKey));
        }
    }

    [Theory]
    [InlineData(Iso15118Edition.Iso15118_2)]
    [InlineData(Iso15118Edition.Iso15118_20)]
    public void Verify_RsaRoot_IsNotOfTheProfilesOfTheWire(Iso15118Edition edition)
    {
        using var rsa = RSA.Create(2_048);
        var report = Verify(CertificateUse.Contract, edition, Root(rsa), X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1));
        Assert.Equal(ChainVerdict.Rejected, report.Verdict);
        Assert.Equal([(ChainReason.AlgorithmNotAllowed, 3)], report.Findings.Select(f => (f.Reason, f.CertificateIndex)));
    }

    [Theory]
    [InlineData(CertificateUse.General)]
    [InlineData(CertificateUse.Declaration)]
    public void Verify_RsaRoot_IsAcceptedWhereNoEditionGoverns(CertificateUse use)
    {
        using var rsa = RSA.Create(2_048);
        var report = Verify(use, Iso15118Edition.Iso15118_2, Root(rsa), X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1));
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
    }

    [Theory]
    [InlineData(Iso15118Edition.Iso15118_2, "nistP256", ChainVerdict.Trusted)]
    [InlineData(Iso15118Edition.Iso15118_2, "nistP521", ChainVerdict.Rejected)]
    [InlineData(Iso15118Edition.Iso15118_20, "nistP521", ChainVerdict.Trusted)]
    [InlineData(Iso15118Edition.Iso15118_20, "nistP256", ChainVerdict.Rejected)]
    public void Verify_RootOnACurve_HasToBeOnThatOfTheEdition(Iso15118Edition edition, string curve, ChainVerdict verdict)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        var report = Verify(CertificateUse.Contract, edition, Root(key), X509SignatureGenerator.CreateForECDsa(key));
        Assert.True(report.Verdict == verdict, report.ToString());
        Assert.Equal(verdict == ChainVerdict.Rejected, report.Findings.Any(f => f is { Reason: ChainReason.AlgorithmNotAllowed, CertificateIndex: 3 }));
    }

    private static CertificateRequest Root(RSA key) => new("CN=Root, DC=MO", key, Hash, RSASignaturePadding.Pkcs1);

    private static CertificateRequest Root(ECDsa key) => new("CN=Root, DC=MO", key, HashOf(key.KeySize));

    private static HashAlgorithmName HashOf(int keySize) => keySize == 521 ? HashAlgorithmName.SHA512 : Hash;

    // The platform signs the root and the first intermediate, since authorities of the project have no RSA keys; the rest is the project's.
    private static ChainReport Verify(CertificateUse use, Iso15118Edition edition, CertificateRequest root, X509SignatureGenerator signer)
    {
        var algorithm = CertificateProfile.For(CertificateUse.Contract, edition).Algorithms[0];
        var (upperKey, lowerKey, leafKey) = (ECDsaSigner.Generate(algorithm), ECDsaSigner.Generate(algorithm), ECDsaSigner.Generate(algorithm));
        var upper = new CertificateRequest(
            new X500DistinguishedName("CN=Upper, DC=MO"), PublicKey.CreateFromSubjectPublicKeyInfo(upperKey.SubjectPublicKeyInfo.Span, out _), root.HashAlgorithm);
        var anchor = Issue(root, root, signer, pathLength: null);
        var authority = new CertificateAuthority(Issue(upper, root, signer, pathLength: 1), upperKey);
        var lower = authority.IssueAuthority(TestBranch.Order("Lower", CertificateTemplate.SubAuthority("MO", 0), lowerKey, 900), lowerKey);
        var leaf = use == CertificateUse.Declaration
            ? TestBranch.Order("Declarations", CertificateTemplate.DeclarationSigner(AuthorityRole.MobilityOperator), leafKey, 90)
            : TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, leafKey, 90);
        return ChainVerifier.Verify(new ChainRequest
        {
            Leaf = lower.Issue(leaf),
            Intermediates = lower.Chain,
            Anchors = TrustStore.Empty.With(AuthorityRole.MobilityOperator, anchor),
            Use = use,
            At = PkiFixture.Now,
            Policy = ChainPolicy.WithoutRevocation with { Edition = edition },
        });
    }

    private static Certificate Issue(CertificateRequest subject, CertificateRequest issuer, X509SignatureGenerator signer, int? pathLength)
    {
        subject.CertificateExtensions.Clear();
        subject.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, pathLength is not null, pathLength ?? 0, critical: true));
        subject.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        subject.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(subject.PublicKey, critical: false));
        if (subject != issuer)
        {
            subject.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(
                new X509SubjectKeyIdentifierExtension(issuer.PublicKey, critical: false)));
        }

        using var made = subject.Create(issuer.SubjectName, signer, PkiFixture.Now.AddDays(-30), PkiFixture.Now.AddYears(5), SerialNumbers.Random().ToArray());
        return Certificate.Parse(made.RawData);
    }
}
