using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>The primes of a DSA domain.</summary>
[ExiModelGroup(ExiCompositor.Sequence, XmlDsigSchema.Namespace)]
public sealed partial record DSAPrimes
{
    /// <summary>The field's prime.</summary>
    [ExiElement]
    public required ExiBytes P { get; init; }

    /// <summary>The prime order of the subgroup.</summary>
    [ExiElement]
    public required ExiBytes Q { get; init; }
}
