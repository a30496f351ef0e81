using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Other communication controllers that may belong to the device under the vehicle.</summary>
[ExiType("AlternativeSECCListType", WptSchema.Namespace)]
public sealed partial record AlternativeSECCListType
{
    /// <summary>One to eight controllers.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<AlternativeSECCType> AlternativeSECC { get; init; }
}
