using System.Collections.Immutable;
using PairSettle.Testing.Pki;

namespace PairSettle.Credentials.Tests.Chains;

public sealed partial class ChainVerifierTests
{
    private static readonly ImmutableSortedDictionary<PkiDefect, (ChainReason Reason, int Index)> Expected =
        new Dictionary<PkiDefect, (ChainReason Reason, int Index)>
        {
            [PkiDefect.LeafExpired] = (ChainReason.Expired, 0),
            [PkiDefect.LeafNotYetValid] = (ChainReason.NotYetValid, 0),
            [PkiDefect.SubAuthorityExpired] = (ChainReason.Expired, 1),
            [PkiDefect.LeafRevoked] = (ChainReason.Revoked, 0),
            [PkiDefect.SubAuthorityRevoked] = (ChainReason.Revoked, 1),
            [PkiDefect.WrongRoot] = (ChainReason.NoPathToAnchor, 2),
            [PkiDefect.WrongDomainComponent] = (ChainReason.DomainComponentWrong, 0),
            [PkiDefect.WrongKeyUsage] = (ChainReason.KeyUsageWrong, 0),
            [PkiDefect.WrongCurve] = (ChainReason.AlgorithmNotAllowed, 0),
            [PkiDefect.BrokenSignature] = (ChainReason.SignatureInvalid, 0),
            [PkiDefect.IssuerNotAuthority] = (ChainReason.IssuerNotAuthority, 1),
            [PkiDefect.PathTooLong] = (ChainReason.PathLengthExceeded, 2),
            [PkiDefect.UnknownCriticalExtension] = (ChainReason.UnhandledCriticalExtension, 0),
            [PkiDefect.WrongExtendedKeyUsage] = (ChainReason.ExtendedKeyUsageWrong, 0),
            [PkiDefect.TooLarge] = (ChainReason.CertificateTooLarge, 0),
        }.ToImmutableSortedDictionary();

    public static TheoryData<CertificateUse, PkiDefect> SingleDefects
    {
        get
        {
            var data = new TheoryData<CertificateUse, PkiDefect>();
            foreach (var use in (ReadOnlySpan<CertificateUse>)[CertificateUse.Secc, CertificateUse.Contract, CertificateUse.OemProvisioning])
            {
                foreach (var defect in Enum.GetValues<PkiDefect>())
                {
                    data.Add(use, defect);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SingleDefects))]
    public void Verify_SingleDefect_IsRejectedWithItsCodeAlone(CertificateUse use, PkiDefect defect)
    {
        var report = VerifyDefective(use, defect);
        Assert.Equal(ChainVerdict.Rejected, report.Verdict);
        Assert.Null(report.Chain);
        var rejecting = report.Findings.Where(finding => finding.Effect == FindingEffect.Rejects).Select(finding => (finding.Reason, finding.CertificateIndex));
        Assert.Equal([Expected[defect]], rejecting);
    }

    [Fact]
    public void Verify_EveryPairOfDefects_IsRejectedWithBothCodes()
    {
        var defects = Expected.Keys.ToArray();
        foreach (var first in defects)
        {
            foreach (var second in defects.Where(other => other > first))
            {
                if (first == PkiDefect.LeafExpired && second == PkiDefect.LeafNotYetValid)
                {
                    continue; // no certificate can be both
                }

                var report = VerifyDefective(CertificateUse.Secc, first, second);
                var found = report.Findings.Select(finding => (finding.Reason, finding.CertificateIndex)).ToHashSet();
                Assert.True(report.Verdict == ChainVerdict.Rejected, $"{first} + {second}: {report}");
                Assert.True(found.Contains(Expected[first]), $"{first} + {second}: {report}");
                Assert.True(found.Contains(Expected[second]), $"{first} + {second}: {report}");
            }
        }
    }

    [Theory]
    [InlineData(CertificateUse.Secc)]
    [InlineData(CertificateUse.Contract)]
    [InlineData(CertificateUse.Declaration)]
    public void Verify_NoDefect_IsTrusted(CertificateUse use)
    {
        var made = Pki.Issue(use);
        var report = ChainVerifier.Verify(Pki.Request(made.Credential, use) with { Evidence = made.Evidence });
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
    }

    private ChainReport VerifyDefective(CertificateUse use, params PkiDefect[] defects)
    {
        var made = Pki.Issue(use, defects);
        return ChainVerifier.Verify(Pki.Request(made.Credential, use) with { Evidence = made.Evidence });
    }
}
