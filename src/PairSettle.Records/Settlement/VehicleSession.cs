using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>One session as the vehicle sees it.</summary>
public sealed record VehicleSession
{
    /// <summary>The hello as it was sent, or null before.</summary>
    public PairMessage.Hello? Hello { get; init; }

    /// <summary>The charger's certificate; null until the offer is verified.</summary>
    public Certificate? Charger { get; init; }

    /// <summary>The offer, or null before.</summary>
    public PairMessage.Offer? Offer { get; init; }

    /// <summary>The acceptance as it was sent, or null before.</summary>
    public PairMessage.Acceptance? Acceptance { get; init; }

    /// <summary>The identity of the session; none before the acceptance.</summary>
    public Digest Agreement { get; init; }

    /// <summary>The limits that both signed.</summary>
    public Caps Caps { get; init; } = Caps.None;

    /// <summary>Whether power may be drawn.</summary>
    public bool PowerPermitted { get; init; }

    /// <summary>What the vehicle measured last.</summary>
    public VehicleReading Reading { get; init; } = new(0);

    /// <summary>The last checkpoint that both signed, or null.</summary>
    public AcknowledgedCheckpoint? Last { get; init; }

    /// <summary>The one before it: the charger may know no later one.</summary>
    public AcknowledgedCheckpoint? Former { get; init; }

    /// <summary>Why the session ends; null while it goes on.</summary>
    public EndReason? Ending { get; init; }

    /// <summary>The charger's half, or null before.</summary>
    public PairMessage.HalfRecord? PeerHalf { get; init; }

    /// <summary>The own half, or null before.</summary>
    public PairMessage.HalfRecord? OwnHalf { get; init; }

    /// <summary>The proof that the charger contradicted itself, or null.</summary>
    public PeerContradiction? Contradiction { get; init; }

    /// <summary>What opens the commitments of the acceptance.</summary>
    public ExiList<Disclosure> Disclosures { get; init; }

    internal Digest Id => Hello?.Session ?? default;

    internal Offer Terms => Offer!.Signed.Content;

    internal Tariff? Tariff { get; init; }

    /// <summary>The vehicle's own account of the price, from the checkpoints alone.</summary>
    internal UsageTracker? Usage { get; init; }

    internal ExiBytes Random { get; init; }

    internal ExiBytes MeterKey { get; init; }

    /// <summary>The monotonic time of the acceptance; null in a session that an earlier start of the device began.</summary>
    internal TimeSpan? Origin { get; init; }

    /// <summary>The wall clock when the first checkpoint was acknowledged, and when power was no longer drawn.</summary>
    internal QualifiedTime? StartedAt { get; init; }

    internal QualifiedTime? EndedAt { get; init; }

    /// <summary>The two sides contradict each other: nothing more is acknowledged, only the halves are exchanged.</summary>
    internal bool IsDisputed { get; init; }

    /// <summary>When the last checkpoint arrived that was acknowledged.</summary>
    internal QualifiedTime? LastHeard { get; init; }

    /// <summary>When energy was last seen to flow.</summary>
    internal QualifiedTime? LastFlow { get; init; }

    /// <summary>The most that one interval between readings added.</summary>
    internal long LargestStepWh { get; init; }

    /// <summary>The checkpoint that waits for a reading, or whose acknowledgement is being signed.</summary>
    internal PairMessage.Checkpoint? Answering { get; init; }

    /// <summary>When it arrived.</summary>
    internal QualifiedTime? AskedAt { get; init; }

    /// <summary>The message that is being verified, or null.</summary>
    internal PairMessage? Verifying { get; init; }

    /// <summary>The statement that is being signed, or null.</summary>
    internal SettlementPart? Signing { get; init; }

    internal Digest SigningContent { get; init; }
}
