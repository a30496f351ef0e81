using PairSettle.Credentials;
using PairSettle.Records.Settlement;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

/// <summary>A chain that was verified for one use does not pass for another.</summary>
public class ChainUseTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);
    private static readonly VerifiedChain Contract = Verify(World.Pki.Contract, CertificateUse.Contract);
    private static readonly VerifiedChain Charger = Verify(World.Pki.Secc, CertificateUse.Secc);
    private static readonly VerifiedChain Issuer = Verify(World.Pki.MoDeclarationSigner, CertificateUse.Declaration);

    [Fact]
    public void VerifiedOpening_ChainsOfOtherUses_AreRefused()
    {
        var opening = new VerifiedHello(null!) { Contract = Contract, Charger = Charger, Declarations = [] };
        AssertRefused(CertificateUse.Contract, CertificateUse.Secc, () => opening with { Contract = Charger });
        AssertRefused(CertificateUse.Secc, CertificateUse.Contract, () => opening with { Charger = Contract });
        AssertRefused(CertificateUse.Secc, CertificateUse.Declaration, () => opening with { Charger = Issuer });
    }

    [Fact]
    public void VerifiedDeclaration_IssuerOfAnotherUse_IsRefused()
    {
        var declaration = new VerifiedDeclaration(World.Charger.Tariff, Issuer);
        AssertRefused(CertificateUse.Declaration, CertificateUse.Contract, () => new VerifiedDeclaration(World.Charger.Tariff, Contract));
        AssertRefused(CertificateUse.Declaration, CertificateUse.Secc, () => declaration with { Issuer = Charger });
        Assert.Same(Issuer, declaration.Issuer);
    }

    private static void AssertRefused(CertificateUse expected, CertificateUse found, Func<object> make)
    {
        var refused = Assert.Throws<ChainUseException>(make);
        Assert.Equal((expected, found), (refused.Expected, refused.Found));
        Assert.StartsWith(ChainUseException.Code, refused.Message, StringComparison.Ordinal);
    }

    private static VerifiedChain Verify(Credential credential, CertificateUse use) =>
        ChainVerifier.Verify(World.Pki.Request(credential, use)).Chain!;
}
