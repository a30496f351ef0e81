using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>The power of one transmitter.</summary>
[ExiType("WPT_LF_TxDataType", WptSchema.Namespace)]
public readonly partial record struct WPT_LF_TxDataType
{
    /// <summary>The transmitter's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint TxIdentifier { get; init; }

    /// <summary>The equivalent isotropically radiated power.</summary>
    [ExiElement]
    public required RationalNumberType EIRP { get; init; }
}
