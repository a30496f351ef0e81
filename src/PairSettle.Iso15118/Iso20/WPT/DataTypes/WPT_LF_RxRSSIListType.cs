using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The strength of signals at a receiver.</summary>
[ExiType("WPT_LF_RxRSSIListType", WptSchema.Namespace)]
public sealed partial record WPT_LF_RxRSSIListType
{
    /// <summary>The signal.</summary>
    [ExiElement]
    public required WPT_LF_RxRSSIType RSSIDataList { get; init; }
}
