using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>What one receiver hears.</summary>
[ExiType("WPT_LF_RxDataType", WptSchema.Namespace)]
public sealed partial record WPT_LF_RxDataType
{
    /// <summary>The receiver's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint RxIdentifier { get; init; }

    /// <summary>The signals heard.</summary>
    [ExiElement]
    public required WPT_LF_RxRSSIListType RSSIData { get; init; }
}
