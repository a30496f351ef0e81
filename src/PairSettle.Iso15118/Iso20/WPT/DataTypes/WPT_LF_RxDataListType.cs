using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What a receiver hears.</summary>
[ExiType("WPT_LF_RxDataListType", WptSchema.Namespace)]
public sealed partial record WPT_LF_RxDataListType
{
    /// <summary>The receiver.</summary>
    [ExiElement]
    public required WPT_LF_RxDataType WPT_LF_RxDataList { get; init; }
}
