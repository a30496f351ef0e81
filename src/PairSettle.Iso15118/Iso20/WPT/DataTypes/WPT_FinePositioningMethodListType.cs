using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The methods of fine positioning that a side has.</summary>
[ExiType("WPT_FinePositioningMethodListType", WptSchema.Namespace)]
public sealed partial record WPT_FinePositioningMethodListType
{
    /// <summary>One to eight methods.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<WPT_FinePositioningMethodType> WPT_FinePositioningMethod { get; init; }
}
