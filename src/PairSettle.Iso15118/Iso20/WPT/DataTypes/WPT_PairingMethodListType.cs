using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The methods of pairing that a side has.</summary>
[ExiType("WPT_PairingMethodListType", WptSchema.Namespace)]
public sealed partial record WPT_PairingMethodListType
{
    /// <summary>One to eight methods.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<WPT_PairingMethodType> WPT_PairingMethod { get; init; }
}
