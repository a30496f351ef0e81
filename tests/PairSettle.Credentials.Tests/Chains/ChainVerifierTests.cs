using PairSettle.Testing.Pki;

namespace PairSettle.Credentials.Tests.Chains;

public sealed partial class ChainVerifierTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private ThrowAwayPki Pki => fixture.Pki;

    public static TheoryData<CertificateUse, AuthorityRole?, AuthorityRole> SoundUses => new()
    {
        { CertificateUse.Secc, null, AuthorityRole.V2G },
        { CertificateUse.Contract, null, AuthorityRole.MobilityOperator },
        { CertificateUse.OemProvisioning, null, AuthorityRole.Oem },
        { CertificateUse.Vehicle, null, AuthorityRole.Oem },
        { CertificateUse.CertificateProvisioning, null, AuthorityRole.V2G },
        { CertificateUse.Meter, null, AuthorityRole.Meter },
        { CertificateUse.Declaration, AuthorityRole.MobilityOperator, AuthorityRole.MobilityOperator },
        { CertificateUse.Declaration, AuthorityRole.ChargePointOperator, AuthorityRole.V2G },
        { CertificateUse.Declaration, AuthorityRole.Fleet, AuthorityRole.Fleet },
        { CertificateUse.Declaration, AuthorityRole.Meter, AuthorityRole.Meter },
        { CertificateUse.Declaration, AuthorityRole.Auditor, AuthorityRole.Auditor },
        { CertificateUse.Declaration, null, AuthorityRole.MobilityOperator },
    };

    [Theory]
    [MemberData(nameof(SoundUses))]
    public void Verify_SoundChain_IsTrustedWithoutFindings(CertificateUse use, AuthorityRole? role, AuthorityRole anchorRole)
    {
        var report = ChainVerifier.Verify(Pki.Request(Of(use, role), use, role));

        Assert.Empty(report.Findings);
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.NotNull(report.Chain);
        Assert.Equal(anchorRole, report.Chain.Role);
        Assert.Equal(use, report.Chain.Use);
        Assert.Equal(PkiFixture.Now, report.Chain.At);
        Assert.Equal(EvidenceFreshness.Fresh, report.Chain.Freshness);
        Assert.Equal(report.Chain.Path.Length, report.Chain.Evidence.Length);
        Assert.Contains(report.Chain.Anchor, Pki.Anchors.AnchorsOf(anchorRole));
    }

    [Fact]
    public void Verify_IntermediatesShuffledWithStrangers_IsTrusted()
    {
        using var other = ThrowAwayPki.Create(PkiFixture.Now);
        var request = Pki.Request(Pki.Contract, CertificateUse.Contract);
        request = request with
        {
            Intermediates = [.. other.Contract.Intermediates, other.Anchors.AnchorsOf(AuthorityRole.MobilityOperator)[0], .. request.Intermediates.Reverse()],
        };
        Assert.Equal(ChainVerdict.Trusted, ChainVerifier.Verify(request).Verdict);
    }

    [Theory]
    [InlineData(CertificateUse.Contract, AuthorityRole.MobilityOperator)]
    [InlineData(CertificateUse.Secc, AuthorityRole.ChargePointOperator)]
    [InlineData(CertificateUse.Meter, AuthorityRole.Meter)]
    public void Verify_CredentialOfASubjectAsDeclarationSigner_IsRejected(CertificateUse held, AuthorityRole authority)
    {
        // A contract key must not be able to sign roaming promises for the operator that issued it.
        var report = ChainVerifier.Verify(Pki.Request(Of(held, null), CertificateUse.Declaration, authority));
        Assert.Equal(ChainVerdict.Rejected, report.Verdict);
        Assert.Equal([ChainReason.ExtendedKeyUsageWrong], report.Findings.Select(finding => finding.Reason));
        Assert.Null(report.Chain);
    }

    [Fact]
    public void Verify_EveryCredentialForEveryOtherUse_IsRejected()
    {
        var uses = Enum.GetValues<CertificateUse>().Where(use => use is not (CertificateUse.Declaration or CertificateUse.OcspSigner or CertificateUse.General)).ToArray();
        foreach (var held in uses)
        {
            foreach (var asked in uses.Where(use => use != held))
            {
                var report = ChainVerifier.Verify(Pki.Request(Of(held, null), asked));
                Assert.True(report.Verdict == ChainVerdict.Rejected, $"{held} as {asked}: {report}");
            }
        }
    }

    [Fact]
    public void Verify_DeclarationSignerOfAnotherAuthority_NamesTheDomainComponent()
    {
        var report = ChainVerifier.Verify(Pki.Request(Pki.CpoDeclarationSigner, CertificateUse.Declaration, AuthorityRole.MobilityOperator));
        Assert.Equal([ChainReason.DomainComponentWrong], report.Findings.Select(finding => finding.Reason));
    }

    [Fact]
    public void Verify_PeerNameForAUseWithAProfile_Throws()
    {
        Assert.Throws<ArgumentException>(() => ChainVerifier.Verify(Pki.Request(Pki.Secc, CertificateUse.Secc) with { PeerName = PeerName.Dns("a.test") }));
        Assert.Throws<ArgumentException>(() => ChainVerifier.Verify(Pki.Request(Pki.Secc, CertificateUse.Secc) with { ExtendedKeyUsage = "1.2.3" }));
    }

    [Fact]
    public void Verify_RoleNamedForAnotherUse_Throws() =>
        Assert.Throws<ArgumentException>(() => ChainVerifier.Verify(Pki.Request(Pki.Secc, CertificateUse.Secc) with { Role = AuthorityRole.V2G }));

    [Fact]
    public void Report_OfAContract_NeverShowsTheEmaid()
    {
        var request = Pki.Request(Pki.Issue(CertificateUse.Contract, Enum.GetValues<PkiDefect>()).Credential, CertificateUse.Contract);
        var report = ChainVerifier.Verify(request);
        Assert.DoesNotContain(Pki.EMAID, report.ToString(), StringComparison.Ordinal);
        var trusted = ChainVerifier.Verify(Pki.Request(Pki.Contract, CertificateUse.Contract)).Chain!;
        Assert.DoesNotContain(Pki.EMAID, trusted.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Pki.EMAID, trusted.Leaf.ToString(), StringComparison.Ordinal);
        Assert.Equal(Pki.EMAID, trusted.Leaf.Subject.CommonName);
    }

    private Credential Of(CertificateUse use, AuthorityRole? role) => (use, role) switch
    {
        (CertificateUse.Secc, _) => Pki.Secc,
        (CertificateUse.Contract, _) => Pki.Contract,
        (CertificateUse.OemProvisioning, _) => Pki.OemProvisioning,
        (CertificateUse.Vehicle, _) => Pki.Vehicle,
        (CertificateUse.CertificateProvisioning, _) => Pki.CertificateProvisioning,
        (CertificateUse.Meter, _) => Pki.Meter,
        (_, AuthorityRole.ChargePointOperator) => Pki.CpoDeclarationSigner,
        (_, AuthorityRole.Fleet) => Pki.FleetDeclarationSigner,
        (_, AuthorityRole.Meter) => Pki.MeterDeclarationSigner,
        (_, AuthorityRole.Auditor) => Pki.AuditorDeclarationSigner,
        _ => Pki.MoDeclarationSigner,
    };
}
