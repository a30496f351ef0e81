using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>One antenna: where it is and where it points.</summary>
[ExiType("WPT_TxRxSpecDataType", WptSchema.Namespace)]
public readonly partial record struct WPT_TxRxSpecDataType
{
    /// <summary>The antenna's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint TxRxIdentifier { get; init; }

    /// <summary>Where the antenna is.</summary>
    [ExiElement]
    public required WPT_CoordinateXYZType TxRxPosition { get; init; }

    /// <summary>Where the antenna points.</summary>
    [ExiElement]
    public required WPT_CoordinateXYZType TxRxOrientation { get; init; }
}
