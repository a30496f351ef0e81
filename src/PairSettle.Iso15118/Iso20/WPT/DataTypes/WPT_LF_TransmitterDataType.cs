using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>Low-frequency transmitters.</summary>
[ExiType("WPT_LF_TransmitterDataType", WptSchema.Namespace)]
public sealed partial record WPT_LF_TransmitterDataType
{
    /// <summary>How many transmitters there are.</summary>
    [ExiElement]
    public required byte NumberOfTransmitters { get; init; }

    /// <summary>The frequency of the signal, in Hz.</summary>
    [ExiElement]
    public required RationalNumberType SignalFrequency { get; init; }

    /// <summary>2 to 255 transmitters.</summary>
    [ExiElement(MinOccurs = 2, MaxOccurs = 255)]
    public required ExiList<WPT_TxRxSpecDataType> TxSpecData { get; init; }

    /// <summary>How the transmitters take turns.</summary>
    [ExiElement]
    public WPT_TxRxPackageSpecDataType? TxPackageSpecData { get; init; }
}
