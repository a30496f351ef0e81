using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>Runs every check on one path. The signers of revocation lists, whose paths are assessed the same way, are remembered.</summary>
internal sealed class PathAssessor
{
    private readonly ListSigners _signers;

    public PathAssessor(ChainRequest request, IssuerIndex index) => _signers = new ListSigners(request, index, this);

    public Assessment Assess(ChainRequest request, CertificateProfile profile, WorkMeter meter, CandidatePath path)
    {
        var findings = new FindingList();
        var policies = new PathCheck(request, profile, meter, findings).Run(path);
        return new Assessment(path, findings, Revocation(request, profile, meter, path, findings), policies);
    }

    private ImmutableArray<EvidenceUse> Revocation(
        ChainRequest request, CertificateProfile profile, WorkMeter meter, CandidatePath path, FindingList findings)
    {
        var certificates = path.Certificates;
        var depth = request.Policy.Depth switch
        {
            RevocationDepth.None => 0,
            RevocationDepth.Leaf => Math.Min(1, certificates.Length),
            _ => certificates.Length,
        };
        var check = new RevocationCheck(request, new AlgorithmRule(profile, request.Policy), meter, findings, _signers, path);
        var uses = ImmutableArray.CreateBuilder<EvidenceUse>(depth);
        for (var i = 0; i < depth; i++)
        {
            check.Run(i, uses);
        }

        return uses.ToImmutable();
    }
}
