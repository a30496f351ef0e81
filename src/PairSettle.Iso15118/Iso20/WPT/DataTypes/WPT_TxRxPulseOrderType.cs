using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>One turn of a transmitter.</summary>
[ExiType("WPT_TxRxPulseOrderType", WptSchema.Namespace)]
public readonly partial record struct WPT_TxRxPulseOrderType
{
    /// <summary>The turn's place in the order.</summary>
    [ExiElement]
    public required ushort IndexNumber { get; init; }

    /// <summary>The antenna's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint TxRxIdentifier { get; init; }
}
