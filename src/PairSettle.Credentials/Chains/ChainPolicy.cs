namespace PairSettle.Credentials;

/// <summary>The verifier's choices that are not facts about certificates.</summary>
public sealed record ChainPolicy
{
    /// <summary>ISO 15118-2 profiles; revocation of leaf and intermediates; unknown is undetermined; stale evidence is accepted with a finding.</summary>
    public static ChainPolicy Default { get; } = new();

    /// <summary>As <see cref="Default"/>, but a certificate without evidence is accepted with a finding: for a verifier that nobody supplied.</summary>
    public static ChainPolicy AcceptUnknownRevocation { get; } = new() { UnknownStatus = UnknownStatus.Accept };

    /// <summary>As <see cref="Default"/>, but revocation is not looked at.</summary>
    public static ChainPolicy WithoutRevocation { get; } = new() { Depth = RevocationDepth.None };

    /// <summary>The edition whose profiles apply.</summary>
    public Iso15118Edition Edition { get; init; } = Iso15118Edition.Iso15118_2;

    /// <summary>Which text of ISO 15118-20 the certificates of vehicles must follow (<see cref="CertificateUse.Vehicle"/>).</summary>
    public VehicleRules VehicleRules { get; init; } = VehicleRules.Common;

    /// <summary>Which certificates of the chain need evidence.</summary>
    public RevocationDepth Depth { get; init; } = RevocationDepth.LeafAndIntermediates;

    /// <summary>What a certificate without usable evidence means.</summary>
    public UnknownStatus UnknownStatus { get; init; } = UnknownStatus.Undetermined;

    /// <summary>What stale evidence means.</summary>
    public StaleEvidence StaleEvidence { get; init; } = StaleEvidence.Accept;

    /// <summary>The age at which evidence turns stale although its next update is not due; null leaves it to the issuer.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>The age at which evidence without a next update turns stale (ISO 15118-20 [V2G20-1021] allows a week).</summary>
    public TimeSpan FreshForWithoutNextUpdate { get; init; } = TimeSpan.FromDays(7);

    /// <summary>For how long stale evidence counts as stale, before it is too old to be used.</summary>
    public TimeSpan StaleFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What a wrong check character of the EMAID in a contract's common name means.</summary>
    public IdentifierCheck EmaidCheck { get; init; } = IdentifierCheck.Note;

    /// <summary>What a wrong check character of the EVCCID in a vehicle's common name means. The rule of it is known from one public implementation.</summary>
    public IdentifierCheck EvccidCheck { get; init; } = IdentifierCheck.Note;

    /// <summary>What is demanded of certificate policies.</summary>
    public PolicyRequirements Policies { get; init; } = PolicyRequirements.None;

    /// <summary>The most intermediates that are not self-issued, beyond what the profile says; null without a further limit.</summary>
    public int? MaxIntermediates { get; init; }

    /// <summary>Which algorithms count under <see cref="CertificateUse.General"/>; the profiles of ISO 15118 have their own.</summary>
    public AlgorithmPolicy Algorithms { get; init; } = AlgorithmPolicy.Current;

    /// <summary>Whether the profiles of ISO 15118-20 accept Ed448 beside ECDSA on P-521.</summary>
    public Ed448Use Ed448 { get; init; } = Ed448Use.Refuse;

    /// <summary>Algorithms from elsewhere than the platform, such as the Edwards curves; null for the platform's alone.</summary>
    public IAlgorithmProvider? Provider { get; init; }

    /// <summary>What breaches of rules for issuers mean.</summary>
    public IssuanceRules IssuanceRules { get; init; } = IssuanceRules.Note;

    /// <summary>The bound on the work.</summary>
    public WorkBudget Budget { get; init; } = WorkBudget.Default;
}
