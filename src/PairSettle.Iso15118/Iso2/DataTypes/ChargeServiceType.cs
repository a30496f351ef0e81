using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The charging service.</summary>
[ExiType("ChargeServiceType", Iso2Schema.MsgDataTypes)]
public sealed partial record ChargeServiceType : ServiceType
{
    /// <summary>The ways of energy transfer that the charger has.</summary>
    [ExiElement]
    public required SupportedEnergyTransferModeType SupportedEnergyTransferMode { get; init; }
}
