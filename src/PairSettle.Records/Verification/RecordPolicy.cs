using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>The verifier's choices that do not follow from the record.</summary>
public sealed record RecordPolicy
{
    /// <summary>The defaults.</summary>
    public static RecordPolicy Default { get; } = new();

    /// <summary>How certificate chains are judged.</summary>
    public ChainPolicy Chains { get; init; } = ChainPolicy.Default;

    /// <summary>Judges chains and declarations at this time instead of at session time; null is session time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The least grade of evidence.</summary>
    public EvidenceGrade MinimumGrade { get; init; } = EvidenceGrade.Asserted;

    /// <summary>The least quality of the clocks.</summary>
    public TimeQuality MinimumTimeQuality { get; init; } = TimeQuality.Unsynchronised;

    /// <summary>How far the clocks of two devices may differ.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Who must have bound the meter to the EVSE.</summary>
    public MeterRequirement Meter { get; init; } = MeterRequirement.EitherAuthority;

    /// <summary>Whether statements of the meter must be signed by the meter itself.</summary>
    public bool RequireMeterAttestation { get; init; }

    /// <summary>
    /// How far unacknowledged delivery may exceed one slice, in percent of the slice: what flows within one sample of the meter.
    /// </summary>
    public int SliceOvershootPercent { get; init; } = 25;

    /// <summary>Fields that must be disclosed.</summary>
    public ImmutableArray<SensitiveField> RequiredDisclosures { get; init; } = [];

    /// <summary>Half-records that the verifier knows already, by the hash of their content: predecessors in the devices' histories.</summary>
    public ImmutableDictionary<Digest, HalfRecord> KnownHalves { get; init; } = ImmutableDictionary<Digest, HalfRecord>.Empty;
}
