using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>The values from which the primes of a DSA domain were generated.</summary>
[ExiModelGroup(ExiCompositor.Sequence, XmlDsigSchema.Namespace)]
public sealed partial record DSAGeneration
{
    /// <summary>The seed.</summary>
    [ExiElement]
    public required ExiBytes Seed { get; init; }

    /// <summary>The counter.</summary>
    [ExiElement]
    public required ExiBytes PgenCounter { get; init; }
}
