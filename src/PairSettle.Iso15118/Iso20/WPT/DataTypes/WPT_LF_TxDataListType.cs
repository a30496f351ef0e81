using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What a transmitter sends.</summary>
[ExiType("WPT_LF_TxDataListType", WptSchema.Namespace)]
public sealed partial record WPT_LF_TxDataListType
{
    /// <summary>The transmitter.</summary>
    [ExiElement]
    public required WPT_LF_TxDataType WPT_LF_TxDataList { get; init; }
}
