using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the charger can deliver with DC.</summary>
[ExiType("DC_CPDResEnergyTransferModeType", DcSchema.Namespace)]
[ExiGlobalElement("DC_CPDResEnergyTransferMode", DcSchema.Namespace)]
public partial record DC_CPDResEnergyTransferModeType
{
    /// <summary>The most power that the charger can deliver, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumChargePower { get; init; }

    /// <summary>The least power that the charger can deliver, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumChargePower { get; init; }

    /// <summary>The most current that the charger can deliver, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumChargeCurrent { get; init; }

    /// <summary>The least current that the charger can deliver, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumChargeCurrent { get; init; }

    /// <summary>The most voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumVoltage { get; init; }

    /// <summary>The least voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumVoltage { get; init; }

    /// <summary>How fast power may change.</summary>
    [ExiElement]
    public RationalNumberType? EVSEPowerRampLimitation { get; init; }
}
