using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;

namespace PairSettle.Records.Verification;

/// <summary>What the checks share: the parts, the attachments by hash, and the findings.</summary>
internal sealed class RecordContext
{
    private readonly List<RecordFinding> _findings = [];
    private readonly List<NamedChainReport> _chains = [];

    public RecordContext(
        SignedPart<Offer> offer, SignedPart<Acceptance>? acceptance, IEnumerable<Attachment> attachments, TrustStore trust, RecordPolicy policy)
    {
        OfferPart = offer;
        AcceptancePart = acceptance;
        Agreement = new(offer.Content, acceptance?.Content);
        Trust = trust;
        Policy = policy;
        Attachments = AttachmentIndex.Create(attachments, this);
        At = policy.At ?? offer.Content.OfferedAt.Instant;
    }

    public SignedPart<Offer> OfferPart { get; }

    public SignedPart<Acceptance>? AcceptancePart { get; }

    public SignedCheckpoint? Checkpoint { get; init; }

    public SignedCheckpointAck? Ack { get; init; }

    public SignedPart<HalfRecord>? ChargerHalf { get; init; }

    public SignedPart<HalfRecord>? VehicleHalf { get; init; }

    public Agreement Agreement { get; }

    public Offer Offer => Agreement.Offer;

    public TrustStore Trust { get; }

    public RecordPolicy Policy { get; }

    public AttachmentIndex Attachments { get; }

    /// <summary>Whether the vehicle signed its half without the charger's: what lies beyond the last checkpoint is the charger's claim.</summary>
    public bool AreApart => AcceptancePart is not null && ChargerHalf?.Content is { } charger && VehicleHalf?.Content is { } vehicle
        && ReciprocityRules.AreApart(Offer.Tolerance, charger, vehicle, Checkpoint?.Content);

    /// <summary>The time at which chains and declarations are judged.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Both certificates, where they are attached.</summary>
    public Certificate? ChargerCertificate => Attachments.Certificate(Offer.ChargerChain[0]);

    public Certificate? ContractCertificate => Offer.ContractCertificate is { } hash ? Attachments.Certificate(hash) : null;

    public VerifiedChain? ChargerChain { get; set; }

    public VerifiedChain? ContractChain { get; set; }

    /// <summary>Declarations whose signature, issuer, validity and scope are right.</summary>
    public Dictionary<Digest, Declaration> Declarations { get; } = [];

    /// <summary>Signed ISO 15118 messages that verified.</summary>
    public List<IsoEvidence> IsoEvidence { get; } = [];

    public IReadOnlyList<RecordFinding> Findings => _findings;

    public IReadOnlyList<NamedChainReport> Chains => _chains;

    public RecordVerdict Verdict
    {
        get
        {
            var worst = _findings.Count == 0 ? FindingOutcome.NotChecked : _findings.Max(static finding => finding.Outcome);
            return worst switch
            {
                FindingOutcome.Failed => RecordVerdict.Invalid,
                FindingOutcome.NotChecked => RecordVerdict.Undetermined,
                _ => RecordVerdict.Valid,
            };
        }
    }

    public T? Declared<T>(Digest? hash)
        where T : DeclarationBody =>
        hash is { } known && Declarations.TryGetValue(known, out var declaration) ? declaration.Body as T : null;

    public void Add(RecordCheck check, FindingOutcome outcome, string detail) => _findings.Add(new(check, outcome, detail));

    public void Require(RecordCheck check, bool passed, string passedDetail, string failedDetail) =>
        Add(check, passed ? FindingOutcome.Passed : FindingOutcome.Failed, passed ? passedDetail : failedDetail);

    public bool Failed(RecordCheck check) =>
        _findings.Exists(finding => finding.Check == check && finding.Outcome == FindingOutcome.Failed);

    public bool Passed(RecordCheck check) =>
        _findings.Exists(finding => finding.Check == check && finding.Outcome == FindingOutcome.Passed) && !Failed(check);

    /// <summary>A leaf with those of its issuers that are attached.</summary>
    public IReadOnlyList<Certificate> Certificates(Certificate leaf, IEnumerable<Digest> chain) =>
        [leaf, .. chain.Skip(1).Select(Attachments.Certificate).OfType<Certificate>()];

    /// <summary>Verifies a party's chain with the certificates and the evidence of the record.</summary>
    public VerifiedChain? VerifyChain(RecordCheck check, string name, Certificate leaf, IEnumerable<Digest> chain, CertificateUse use)
    {
        var report = ChainVerifier.Verify(new()
        {
            Leaf = leaf,
            Intermediates = [.. Certificates(leaf, chain).Skip(1)],
            Anchors = Trust,
            Use = use,
            At = At,
            Evidence = Attachments.Evidence,
            Policy = Policy.Chains,
        });
        AddChain(check, name, report);
        return report.Chain;
    }

    public void AddChain(RecordCheck check, string name, ChainReport report)
    {
        _chains.Add(new(name, report));
        Add(
            check,
            report.Verdict switch
            {
                ChainVerdict.Trusted => FindingOutcome.Passed,
                ChainVerdict.Rejected => FindingOutcome.Failed,
                _ => FindingOutcome.NotChecked,
            },
            report.Chain is { } chain
                ? $"{name}: leads to a {chain.Role} anchor"
                : $"{name}: {string.Join(", ", Decisive(report).Select(static finding => $"{finding.Code} {finding.Reason} [{finding.CertificateIndex}]"))}");
    }

    private static ImmutableArray<ChainFinding> Decisive(ChainReport report) =>
        [.. report.Findings.Where(static finding => finding.Effect != FindingEffect.Notes)];
}
