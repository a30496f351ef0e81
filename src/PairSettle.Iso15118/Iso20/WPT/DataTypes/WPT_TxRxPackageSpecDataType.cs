using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>How the transmitters take turns.</summary>
[ExiType("WPT_TxRxPackageSpecDataType", WptSchema.Namespace)]
public sealed partial record WPT_TxRxPackageSpecDataType
{
    /// <summary>2 to 255 turns, one after the other.</summary>
    [ExiElement(MinOccurs = 2, MaxOccurs = 255)]
    public required ExiList<WPT_TxRxPulseOrderType> PulseSequenceOrder { get; init; }

    /// <summary>The time between pulses.</summary>
    [ExiElement]
    public required ushort PulseSeparationTime { get; init; }

    /// <summary>The time of a pulse.</summary>
    [ExiElement]
    public required ushort PulseDuration { get; init; }

    /// <summary>The time between packages of pulses.</summary>
    [ExiElement]
    public required ushort PackageSeparationTime { get; init; }
}
