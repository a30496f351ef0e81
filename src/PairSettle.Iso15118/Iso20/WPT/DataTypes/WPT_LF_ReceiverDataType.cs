using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Low-frequency receivers.</summary>
[ExiType("WPT_LF_ReceiverDataType", WptSchema.Namespace)]
public sealed partial record WPT_LF_ReceiverDataType
{
    /// <summary>How many receivers there are.</summary>
    [ExiElement]
    public required byte NumberOfReceivers { get; init; }

    /// <summary>2 to 255 receivers.</summary>
    [ExiElement(MinOccurs = 2, MaxOccurs = 255)]
    public required ExiList<WPT_TxRxSpecDataType> RxSpecData { get; init; }
}
