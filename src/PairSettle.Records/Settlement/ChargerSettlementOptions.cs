using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>What a charger brings to its sessions.</summary>
public sealed record ChargerSettlementOptions
{
    /// <summary>The identifier of the EVSE, 1 to 64 characters.</summary>
    public required string EvseId { get; init; }

    /// <summary>The charger's credential.</summary>
    public required Credential Credential { get; init; }

    /// <summary>The tariff that prices the sessions.</summary>
    public required CarriedDeclaration Tariff { get; init; }

    /// <summary>Roaming, policy and meter declarations; those of them that fit a session are offered.</summary>
    public ImmutableArray<CarriedDeclaration> Declarations { get; init; } = [];

    /// <summary>The most that one session may take; all three limits, in the currency of the tariff.</summary>
    public required Caps Caps { get; init; }

    /// <summary>The limits while revocation evidence is stale; they count in addition to <see cref="Caps"/>.</summary>
    public Caps StaleCaps { get; init; } = Caps.None;

    /// <summary>How much may be delivered without acknowledgement.</summary>
    public required Slice Slice { get; init; }

    /// <summary>How far the two measurements may differ.</summary>
    public required EnergyTolerance Tolerance { get; init; }

    /// <summary>Who carries the loss of first use where no roaming declaration says so; a mobility operator only by a roaming declaration.</summary>
    public LiabilityClass Liability { get; init; } = LiabilityClass.MobilityOperator;

    /// <summary>The greatest age of revocation evidence.</summary>
    public TimeSpan MaxEvidenceAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>For how long an offer may be accepted, in whole seconds.</summary>
    public TimeSpan AcceptWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Sensitive fields that the offer commits to, each only once.</summary>
    public ExiList<DisclosedField> Disclosures { get; init; }

    /// <summary>The revocation evidence that the charger holds; the vehicle's is looked at as well, and the freshest counts.</summary>
    public RevocationEvidence Evidence { get; init; } = RevocationEvidence.Empty;

    /// <summary>How chains are verified.</summary>
    public ChainPolicy Policy { get; init; } = ChainPolicy.Default;

    /// <summary>The durations of the timers.</summary>
    public SettlementTimers Timers { get; init; } = new();

    internal Certificate Certificate => Credential.Leaf;

    internal ImmutableArray<Certificate> Chain => [Credential.Leaf, .. Credential.Intermediates];

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(EvseId);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(EvseId.Length, 64);
        if (Tariff.Content.Body is not TariffBody { Tariff: var tariff })
        {
            throw new ArgumentException("The declaration declares no tariff.", nameof(Tariff));
        }

        if (!Caps.IsComplete || Caps.Amount!.Value.Currency != tariff.Currency || Slice.Amount.Currency != tariff.Currency)
        {
            throw new ArgumentException("Caps are complete, and caps, slice and tariff have one currency.", nameof(Caps));
        }

        if (Slice.EnergyWh < 1 || Slice.Amount.MinorUnits < 1 || Slice.Duration < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException("A slice has some energy, some money and a second at least.", nameof(Slice));
        }

        DisclosureFields.Validate(Disclosures);
    }
}
