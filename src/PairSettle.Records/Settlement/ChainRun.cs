using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>The chains of one message: the same anchors, evidence, policy and time for all of them.</summary>
internal sealed class ChainRun(TrustStore anchors, RevocationEvidence evidence, ChainPolicy policy, DateTimeOffset at)
{
    /// <summary>Why the last chain was not trusted.</summary>
    public SettlementFault Fault { get; private set; }

    public VerifiedChain? Verify(ImmutableArray<Certificate> chain, CertificateUse use, SettlementFault fault, AuthorityRole? role = null)
    {
        var report = ChainVerifier.Verify(new()
        {
            Leaf = chain[0],
            Intermediates = chain[1..],
            Anchors = anchors,
            Use = use,
            Role = role,
            At = at,
            Evidence = evidence,
            Policy = policy,
        });
        Fault = report.Findings.Where(static finding => finding.Effect == FindingEffect.Rejects).All(IsAboutEvidence)
            ? SettlementFault.EvidenceTooOld
            : fault;
        return report.Chain;
    }

    private static bool IsAboutEvidence(ChainFinding finding) =>
        finding.Reason is ChainReason.EvidenceTooOld or ChainReason.EvidenceStale or ChainReason.RevocationUnknown;

    /// <summary>A declaration counts when its issuer may make it, signed it, and its time has come and not gone.</summary>
    public VerifiedDeclaration? Verify(CarriedDeclaration carried)
    {
        var content = carried.Content;
        return !carried.Chain.IsEmpty
            && DeclarationVerifier.MaySpeak(content.Body.Kind, content.Issuer)
            && content.IssuerChain.Equals(PairVerifier.Hashes(carried.Chain))
            && content.NotBefore <= at && at <= content.NotAfter
            && carried.Signed.Verify(carried.Chain[0]) == CmsSignatureFault.None
            && Verify(carried.Chain, CertificateUse.Declaration, SettlementFault.DeclarationRefused, content.Issuer) is { } issuer
            ? new(carried, issuer)
            : null;
    }
}
