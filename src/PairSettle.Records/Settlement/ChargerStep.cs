using System.Collections.Immutable;

namespace PairSettle.Records.Settlement;

/// <summary>What a charger's machine answers to one input.</summary>
/// <param name="State">The new state.</param>
/// <param name="Outputs">What the host does, in this order.</param>
public sealed record ChargerStep(ChargerState State, ImmutableArray<SettlementOutput> Outputs);
