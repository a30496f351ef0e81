using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The strength of one transmitter's signal.</summary>
[ExiType("WPT_LF_RxRSSIType", WptSchema.Namespace)]
public readonly partial record struct WPT_LF_RxRSSIType
{
    /// <summary>The transmitter's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint TxIdentifier { get; init; }

    /// <summary>The received signal strength.</summary>
    [ExiElement]
    public required RationalNumberType RSSI { get; init; }
}
