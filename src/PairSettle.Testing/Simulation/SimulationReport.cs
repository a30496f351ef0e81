using System.Collections.Immutable;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;

namespace PairSettle.Testing.Simulation;

/// <summary>What a simulated run came to.</summary>
public sealed record SimulationReport
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The steps that both machines made.</summary>
    public required int Steps { get; init; }

    /// <summary>The outputs that both hosts performed, by role.</summary>
    public required ImmutableDictionary<PartyRole, int> Outputs { get; init; }

    /// <summary>The messages that both devices sent, by role.</summary>
    public required ImmutableDictionary<PartyRole, int> Messages { get; init; }

    /// <summary>How often a device crashed.</summary>
    public required int Crashes { get; init; }

    /// <summary>The charger's last state.</summary>
    public required ChargerState Charger { get; init; }

    /// <summary>The vehicle's last state.</summary>
    public required VehicleState Vehicle { get; init; }

    /// <summary>What the charger published, in order.</summary>
    public required ImmutableArray<SettledSession> ChargerRecords { get; init; }

    /// <summary>What the vehicle published, in order.</summary>
    public required ImmutableArray<SettledSession> VehicleRecords { get; init; }

    /// <summary>What the peers are accused of.</summary>
    public required ImmutableArray<PeerContradiction> Contradictions { get; init; }

    /// <summary>Why sessions ended without a record, of both sides.</summary>
    public required ImmutableArray<SettlementFault> Faults { get; init; }

    /// <summary>The journals, by role.</summary>
    public required ImmutableDictionary<PartyRole, ImmutableArray<JournalEntry>> Journals { get; init; }

    /// <summary>What the charger's meter counted in the whole run.</summary>
    public required long MeteredWh { get; init; }

    /// <summary>What really flowed without an acknowledgement, at the worst moment, by the charger's meter.</summary>
    public required long WorstExposureWh { get; init; }

    /// <summary>The most that the meter counted between two readings.</summary>
    public required long LargestStepWh { get; init; }
}
