using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Testing.Pki;

namespace PairSettle.Records.Tests.Declarations;

public sealed class DeclarationVerifierTests
{
    private static readonly ThrowAwayPki Pki = TestSession.SharedKeys;

    [Theory]
    [InlineData(DeclarationKind.Tariff, AuthorityRole.MobilityOperator, AuthorityRole.ChargePointOperator)]
    [InlineData(DeclarationKind.Roaming, AuthorityRole.MobilityOperator)]
    [InlineData(DeclarationKind.Policy, AuthorityRole.MobilityOperator, AuthorityRole.ChargePointOperator, AuthorityRole.Fleet)]
    [InlineData(DeclarationKind.Meter, AuthorityRole.ChargePointOperator, AuthorityRole.Meter)]
    public void MaySpeak_EveryRole_OnlyThoseOfTheDesign(DeclarationKind kind, params AuthorityRole[] allowed) =>
        Assert.Equal(allowed, Enum.GetValues<AuthorityRole>().Where(role => DeclarationVerifier.MaySpeak(kind, role)));

    [Fact]
    public void Verify_EveryAuthorityInItsRole_IsTrusted()
    {
        foreach (var (issuer, role, body) in new (Credential, AuthorityRole, DeclarationBody)[]
        {
            (Pki.MoDeclarationSigner, AuthorityRole.MobilityOperator, new TariffBody(TestSession.DefaultTariff)),
            (Pki.CpoDeclarationSigner, AuthorityRole.ChargePointOperator, new TariffBody(TestSession.DefaultTariff)),
            (Pki.MoDeclarationSigner, AuthorityRole.MobilityOperator, new RoamingBody { Liability = LiabilityClass.Fleet, Caps = Caps.None, MaxEvidenceAge = TimeSpan.Zero }),
            (Pki.FleetDeclarationSigner, AuthorityRole.Fleet, new PolicyBody()),
            (Pki.MeterDeclarationSigner, AuthorityRole.Meter, new MeterBody { MeterSerial = "1", EvseIds = ["1"] }),
        })
        {
            var report = Verify(Sign(issuer, role, body), issuer);
            Assert.True(report.IsTrusted, $"{role} {body.Kind}: {report.Chain}");
        }
    }

    [Fact]
    public void Verify_RoleThatTheChainDoesNotHave_IsNot()
    {
        var report = Verify(Sign(Pki.FleetDeclarationSigner, AuthorityRole.MobilityOperator, new PolicyBody()), Pki.FleetDeclarationSigner);
        Assert.Equal(ChainVerdict.Rejected, report.Chain!.Verdict);
        Assert.False(report.IsTrusted);
    }

    [Fact]
    public void Verify_RoleThatMayNotSpeak_IsNotEvenChained()
    {
        var report = Verify(Sign(Pki.FleetDeclarationSigner, AuthorityRole.Fleet, new TariffBody(TestSession.DefaultTariff)), Pki.FleetDeclarationSigner);
        Assert.False(report.IssuerMaySpeak);
        Assert.Null(report.Chain);
        Assert.False(report.IsTrusted);
    }

    [Fact]
    public void Verify_OutsideItsTime_IsNotInForce()
    {
        var part = Sign(Pki.FleetDeclarationSigner, AuthorityRole.Fleet, new PolicyBody());
        Assert.True(Verify(part, Pki.FleetDeclarationSigner, part.Content.NotAfter).IsInForce);
        Assert.False(Verify(part, Pki.FleetDeclarationSigner, part.Content.NotAfter.AddMilliseconds(1)).IsInForce);
        Assert.False(Verify(part, Pki.FleetDeclarationSigner, part.Content.NotBefore.AddMilliseconds(-1)).IsTrusted);
    }

    [Fact]
    public void Verify_CertificateOfAnother_IsNot()
    {
        var report = Verify(Sign(Pki.FleetDeclarationSigner, AuthorityRole.Fleet, new PolicyBody()), Pki.MoDeclarationSigner);
        Assert.Equal(CmsSignatureFault.OtherCertificate, report.Signature);
        Assert.False(report.IsTrusted);
    }

    private static SignedPart<Declaration> Sign(Credential issuer, AuthorityRole role, DeclarationBody body) => SignedPart.Sign(
        new Declaration
        {
            Issuer = role,
            IssuerChain = TestSession.Chain(issuer),
            Serial = 1,
            NotBefore = TestSession.Now.AddDays(-1),
            NotAfter = TestSession.Now.AddDays(1),
            Body = body,
        },
        issuer);

    private static DeclarationReport Verify(SignedPart<Declaration> part, Credential issuer, DateTimeOffset? at = null) =>
        DeclarationVerifier.Verify(part, [.. TestSession.Certificates(issuer)], Pki.Anchors, at ?? TestSession.Now, Pki.Evidence, ChainPolicy.Default);
}
