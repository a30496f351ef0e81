using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The ways of energy transfer that the charger has.</summary>
[ExiType("SupportedEnergyTransferModeType", Iso2Schema.MsgDataTypes)]
public sealed partial record SupportedEnergyTransferModeType
{
    /// <summary>One to six ways.</summary>
    [ExiElement(MaxOccurs = 6)]
    public required ExiList<EnergyTransferModeType> EnergyTransferMode { get; init; }
}
