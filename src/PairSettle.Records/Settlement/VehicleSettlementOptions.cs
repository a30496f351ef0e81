using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>What a vehicle brings to its sessions and what it insists on.</summary>
public sealed record VehicleSettlementOptions
{
    /// <summary>The contract credential.</summary>
    public required Credential Credential { get; init; }

    /// <summary>The certificates of the vehicle's own credential, leaf first, without the anchor; empty when it has none.</summary>
    public ImmutableArray<Certificate> VehicleChain { get; init; } = [];

    /// <summary>Roaming and policy declarations that the vehicle carries.</summary>
    public ImmutableArray<CarriedDeclaration> Declarations { get; init; } = [];

    /// <summary>The limits that the vehicle insists on.</summary>
    public Caps Limits { get; init; } = Caps.None;

    /// <summary>The limits while revocation evidence about the charger is stale; they count in addition to <see cref="Limits"/>.</summary>
    public Caps StaleLimits { get; init; } = Caps.None;

    /// <summary>The largest slice of energy that the vehicle agrees to.</summary>
    public long MaxSliceWh { get; init; } = 10_000;

    /// <summary>The widest tolerance that the vehicle agrees to, in parts per million.</summary>
    public int MaxTolerancePartsPerMillion { get; init; } = 150_000;

    /// <summary>The widest absolute tolerance that the vehicle agrees to.</summary>
    public long MaxToleranceWh { get; init; } = 1_000;

    /// <summary>The identifier of the EVSE that ISO 15118 told, or null where nobody told one: an offer for another EVSE is refused.</summary>
    public string? EvseId { get; init; }

    /// <summary>The greatest age of revocation evidence.</summary>
    public TimeSpan MaxEvidenceAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How far the charger's clock may be from the vehicle's, where the vehicle's clock was ever set.</summary>
    public TimeSpan MaxClockDifference { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Sensitive fields that the acceptance commits to, each only once.</summary>
    public ExiList<DisclosedField> Disclosures { get; init; }

    /// <summary>The revocation evidence that the vehicle holds; the hello carries the 32 items with the latest update.</summary>
    public RevocationEvidence Evidence { get; init; } = RevocationEvidence.Empty;

    /// <summary>How chains are verified.</summary>
    public ChainPolicy Policy { get; init; } = ChainPolicy.Default;

    /// <summary>The durations of the timers; a vehicle waits longer for a lost charger than the charger does for it.</summary>
    public SettlementTimers Timers { get; init; } = new() { PeerLost = TimeSpan.FromMinutes(10) };

    internal Certificate Certificate => Credential.Leaf;

    internal ImmutableArray<Certificate> Chain => [Credential.Leaf, .. Credential.Intermediates];

    internal void Validate() => DisclosureFields.Validate(Disclosures);
}
