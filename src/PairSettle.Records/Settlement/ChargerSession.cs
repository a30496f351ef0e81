using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>One session as the charger sees it.</summary>
public sealed record ChargerSession
{
    /// <summary>The hello that opened it.</summary>
    public required PairMessage.Hello Hello { get; init; }

    /// <summary>The contract's certificate; null until the hello is verified.</summary>
    public Certificate? Vehicle { get; init; }

    /// <summary>The offer as it was sent, or null before.</summary>
    public PairMessage.Offer? Offer { get; init; }

    /// <summary>The acceptance, or null before.</summary>
    public PairMessage.Acceptance? Acceptance { get; init; }

    /// <summary>The identity of the session; none before the acceptance.</summary>
    public Digest Agreement { get; init; }

    /// <summary>The limits that both signed.</summary>
    public Caps Caps { get; init; } = Caps.None;

    /// <summary>Whether power may flow.</summary>
    public bool PowerPermitted { get; init; }

    /// <summary>When the session began, or null before.</summary>
    public QualifiedTime? StartedAt { get; init; }

    /// <summary>What was delivered, cut wherever the price changes; null before the session began.</summary>
    public UsageTracker? Usage { get; init; }

    /// <summary>The cost of <see cref="Usage"/>, taxes included.</summary>
    public Money Cost { get; init; }

    /// <summary>The last checkpoint that was persisted and sent.</summary>
    public PairMessage.Checkpoint? LastCheckpoint { get; init; }

    /// <summary>The last checkpoint that was acknowledged.</summary>
    public PairMessage.Checkpoint? AckedCheckpoint { get; init; }

    /// <summary>The acknowledgement of <see cref="AckedCheckpoint"/>.</summary>
    public PairMessage.CheckpointAck? LastAck { get; init; }

    /// <summary>Why the session ends; null while it goes on.</summary>
    public EndReason? Ending { get; init; }

    /// <summary>The reading that ends the session, or null before.</summary>
    public MeterReading? FinalReading { get; init; }

    /// <summary>The own half, or null before.</summary>
    public PairMessage.HalfRecord? OwnHalf { get; init; }

    /// <summary>The vehicle's half, or null before.</summary>
    public PairMessage.HalfRecord? PeerHalf { get; init; }

    /// <summary>The proof that the vehicle contradicted itself, or null.</summary>
    public PeerContradiction? Contradiction { get; init; }

    /// <summary>What opens the commitments of the offer.</summary>
    public ExiList<Disclosure> Disclosures { get; init; }

    /// <summary>Energy that no acknowledged checkpoint covers yet, in the direction in which there is more of it.</summary>
    public long UnacknowledgedWh => Usage is null ? 0 : Math.Max(
        Usage.ImportWh - (AckedCheckpoint?.Signed.Content.ImportWh ?? 0),
        Usage.ExportWh - (AckedCheckpoint?.Signed.Content.ExportWh ?? 0));

    /// <summary>Cost that no acknowledged checkpoint covers yet, in smallest units.</summary>
    public long UnacknowledgedMinorUnits => Usage is null ? 0 : Cost.MinorUnits - (AckedCheckpoint?.Signed.Content.Cost.MinorUnits ?? 0);

    /// <summary>Time that no acknowledged checkpoint covers yet.</summary>
    public TimeSpan UnacknowledgedTime => Usage is null
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Usage.Seconds) - (AckedCheckpoint?.Signed.Content.Elapsed ?? TimeSpan.Zero);

    internal Digest Id => Hello.Session;

    internal Offer Terms => Offer!.Signed.Content;

    internal Tariff? Tariff { get; init; }

    internal SessionTerms? Chosen { get; init; }

    internal ExiBytes Random { get; init; }

    internal ExiBytes MeterKey { get; init; }

    internal ExiList<Digest> KnownPolicies { get; init; }

    internal bool DischargeAllowed { get; init; } = true;

    /// <summary>The monotonic time of the offer, then of the permission; null in a session that an earlier start of the device began.</summary>
    internal TimeSpan? Origin { get; init; }

    /// <summary>The time from the start to the withdrawal of power; null before, and in a session that an earlier start of the device began.</summary>
    internal TimeSpan? EndedAfter { get; init; }

    /// <summary>The most that one interval between samples added: a cap is reached when one more interval could pass it.</summary>
    internal long LargestStepWh { get; init; }

    internal long LargestStepMinorUnits { get; init; }

    internal TimeSpan LargestStepTime { get; init; }

    /// <summary>The two sides contradict each other: nothing more is acknowledged, only the halves are exchanged.</summary>
    internal bool IsDisputed { get; init; }

    /// <summary>The peer is taken for lost.</summary>
    internal bool IsGivenUp { get; init; }

    /// <summary>Whether a vehicle that greets anew on this link was asked for its half of this session.</summary>
    internal bool IsAskedAgain { get; init; }

    /// <summary>The message that is being verified, or null.</summary>
    internal PairMessage? Verifying { get; init; }

    /// <summary>The reading whose statement is being signed.</summary>
    internal MeterReading? Shown { get; init; }

    /// <summary>The statement that is being signed, or null.</summary>
    internal SettlementPart? Signing { get; init; }

    internal Digest SigningContent { get; init; }

    internal bool HasUnacknowledgedCheckpoint =>
        LastCheckpoint is not null && LastCheckpoint.Signed.Content.Sequence != (AckedCheckpoint?.Signed.Content.Sequence ?? 0);
}
