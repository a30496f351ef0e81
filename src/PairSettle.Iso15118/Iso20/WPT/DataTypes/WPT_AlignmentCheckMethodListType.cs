using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The methods of checking the alignment that a side has.</summary>
[ExiType("WPT_AlignmentCheckMethodListType", WptSchema.Namespace)]
public sealed partial record WPT_AlignmentCheckMethodListType
{
    /// <summary>One to eight methods.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<WPT_AlignmentCheckMethodType> WPT_AlignmentCheckMethod { get; init; }
}
