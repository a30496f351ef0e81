using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Credentials.BouncyCastle;

namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>The authorities of the seeds, under which inputs are verified, with the evidence among the seeds and a time at which all are valid.</summary>
internal sealed class SeedAuthorities
{
    // Enough to find a path and to weigh evidence, and so little that a run spends its time on parsing.
    private static readonly WorkBudget Budget = new(Signatures: 6, Nodes: 64, NameComparisons: 2_000);

    /// <summary>Sorts seeds.</summary>
    public SeedAuthorities(IReadOnlyList<(CredentialKind Kind, byte[] Octets)> seeds)
    {
        var evidence = new List<EvidenceItem>();
        foreach (var (kind, octets) in seeds)
        {
            if (kind == CredentialKind.Certificate && Certificate.TryParse(octets, out var certificate, out _))
            {
                Certificates = Certificates.Add(certificate);
                At = certificate.NotBefore.AddDays(1) > At ? certificate.NotBefore.AddDays(1) : At;
            }
            else if (kind is CredentialKind.List or CredentialKind.Response && EvidenceItem.TryParse(octets, out var item, out _))
            {
                evidence.Add(item);
            }
        }

        foreach (var root in Certificates.Where(static certificate => certificate is { IsAuthority: true, IsSelfIssued: true }))
        {
            Anchors = Anchors.With(AuthorityRole.V2G, root).With(AuthorityRole.TrustList, root);
        }

        Intermediates = [.. Certificates.Where(static certificate => certificate is { IsAuthority: true, IsSelfIssued: false })];
        Evidence = RevocationEvidence.Create(evidence.Take(RevocationEvidence.MaxItems));
    }

    /// <summary>All certificates.</summary>
    public ImmutableArray<Certificate> Certificates { get; } = [];

    /// <summary>The authorities below the roots.</summary>
    public ImmutableArray<Certificate> Intermediates { get; }

    /// <summary>The roots.</summary>
    public TrustStore Anchors { get; } = TrustStore.Empty;

    /// <summary>The lists and responses.</summary>
    public RevocationEvidence Evidence { get; }

    /// <summary>A day after the latest of the certificates began.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The policy under which most can be trusted, with a small budget.</summary>
    public static ChainPolicy Policy { get; } = new()
    {
        Budget = Budget,
        Algorithms = AlgorithmPolicy.Legacy,
        Provider = BouncyCastleAlgorithms.EdwardsCurves,
        Ed448 = Ed448Use.Accept,
    };

    /// <summary>Verifies a certificate.</summary>
    public ChainReport Verify(Certificate certificate, CertificateUse use, RevocationEvidence evidence, RevocationDepth depth = RevocationDepth.LeafAndIntermediates) =>
        ChainVerifier.Verify(new()
        {
            Leaf = certificate,
            Intermediates = Intermediates,
            Anchors = Anchors,
            Use = use,
            At = At,
            Evidence = evidence,
            PeerName = use == CertificateUse.General && depth != RevocationDepth.None ? PeerName.Dns("example.test") : null,
            Policy = Policy with { Depth = depth },
        });
}
