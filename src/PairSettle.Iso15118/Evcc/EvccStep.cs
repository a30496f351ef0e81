using System.Collections.Immutable;

namespace PairSettle.Iso15118.Evcc;

/// <summary>What one input led to.</summary>
/// <param name="State">The state afterwards.</param>
/// <param name="Outputs">What is to be done, in this order.</param>
public readonly record struct EvccStep(EvccState State, ImmutableArray<EvccOutput> Outputs);
