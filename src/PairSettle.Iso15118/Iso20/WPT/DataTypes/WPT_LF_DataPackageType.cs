using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>One measurement, of a transmitter or of a receiver.</summary>
[ExiType("WPT_LF_DataPackageType", WptSchema.Namespace)]
public sealed partial record WPT_LF_DataPackageType
{
    /// <summary>The measurement's place in the order.</summary>
    [ExiElement]
    public required byte PackageIndex { get; init; }

    /// <summary>Set for a transmitter.</summary>
    [ExiElement]
    [ExiChoice("Data")]
    public WPT_LF_TxDataListType? LF_TxData { get; init; }

    /// <summary>Set for a receiver.</summary>
    [ExiElement]
    [ExiChoice("Data")]
    public WPT_LF_RxDataListType? LF_RxData { get; init; }
}
